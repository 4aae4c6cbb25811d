import { RPCLink } from '@orpc/client/message-port';
import { PORT_MESSAGE, type WindowBridge } from '../../shared/window-port.ts';
import type { Line, LineEnd } from './line.ts';

/** Milliseconds for the port to come: the owner may be starting. */
const PATIENCE = 10_000;

/** The line of the desktop app's window: a port that the main process joins with the owner. */
export async function openMessagePortLine(bridge: WindowBridge): Promise<Line | LineEnd> {
  const port = await nextPort(bridge);
  if (port === undefined) return 'owner-gone';
  const ended = new Promise<LineEnd>((resolve) => {
    port.addEventListener('close', () => resolve('owner-gone'), { once: true });
  });
  const link = new RPCLink({ port });
  port.start();
  return { link, ended, close: () => port.close() };
}

async function nextPort(bridge: WindowBridge): Promise<MessagePort | undefined> {
  const { promise, resolve } = Promise.withResolvers<MessagePort | undefined>();
  const listen = ({ source, data, ports: [port] }: MessageEvent<unknown>): void => {
    if (source === window && isPortMessage(data)) resolve(port);
  };
  window.addEventListener('message', listen);
  const timer = setTimeout(() => resolve(undefined), PATIENCE);
  try {
    bridge.connect();
    return await promise;
  } finally {
    clearTimeout(timer);
    window.removeEventListener('message', listen);
  }
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === PORT_MESSAGE;
}
