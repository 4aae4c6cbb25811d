/** Hands the page one message port to the owner process; nothing else. It runs sandboxed, as one CommonJS file without Node. */
import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE, CONNECT_CHANNEL, PORT_MESSAGE, type WindowBridge } from '../shared/window-port.ts';

const bridge: WindowBridge = {
  connect: () => {
    const { port1, port2 } = new MessageChannel();
    ipcRenderer.postMessage(CONNECT_CHANNEL, undefined, [port1]);
    window.postMessage({ type: PORT_MESSAGE }, window.location.origin, [port2]);
  },
};
contextBridge.exposeInMainWorld(BRIDGE, bridge);
