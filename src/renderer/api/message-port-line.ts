import { RPCLink } from '@orpc/client/message-port';
import { PORT_MESSAGE, type WindowBridge, type WindowWord } from '../../shared/window-port.ts';
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
  const word = await Promise.race([firstWord(port), ended]);
  if (isWord(word)) {
    if (word.line === 'open') return { link: new RPCLink({ port }), ended, close: () => port.close() };
    return word.problem === undefined ? 'owner-gone' : { problem: word.problem };
  }
  port.close();
  return word;
}

/** Whether somebody is there is said before anything else. */
async function firstWord(port: MessagePort): Promise<WindowWord | 'owner-gone'> {
  return await new Promise((resolve) => {
    port.addEventListener('message', ({ data }: MessageEvent<WindowWord>) => resolve(data), { once: true });
    setTimeout(() => resolve('owner-gone'), PATIENCE);
    port.start();
  });
}

function isWord(word: WindowWord | LineEnd): word is WindowWord {
  return typeof word === 'object' && 'line' in word;
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
