import { ipcMain, type IpcMainEvent, type MessagePortMain } from 'electron';
import { CONNECT_CHANNEL } from '../../../shared/window-port.ts';
import type { Asker, PagePort } from '../line/page-port.ts';

/** Hears every page that asks for a line; the only channel this process listens to. */
export function listenForPages(hear: (asker: Asker) => void): void {
  ipcMain.on(CONNECT_CHANNEL, (event: IpcMainEvent) => {
    const { senderFrame, ports } = event;
    const frame = senderFrame === null ? undefined : { url: senderFrame.url, isMain: senderFrame.parent === null };
    hear({ frame, ports: ports.map(pagePort) });
  });
}

/** The main process's end of a message port. */
export function pagePort(port: MessagePortMain): PagePort {
  return {
    onMessage: (hear) => void port.on('message', ({ data }) => hear(data)),
    onClose: (hear) => void port.once('close', hear),
    start: () => port.start(),
    send: (said) => port.postMessage(said),
    close: () => port.close(),
  };
}
