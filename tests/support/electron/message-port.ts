import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { WindowWord } from '../../../src/shared/window-port.ts';
import type { PagePort } from '../../../src/main/electron/line/page-port.ts';

/** A real message port as the main process's end of a page's: Electron's differs in its names only. */
export function pagePortOf(port: MessagePort): PagePort {
  return {
    onMessage: (hear) => void port.on('message', hear),
    onClose: (hear) => void port.once('close', hear),
    start: () => port.start(),
    send: (said) => port.postMessage(said),
    close: () => port.close(),
  };
}

/** What is said first on a page's port, as the page hears it. */
export async function firstWord(port: MessagePort): Promise<WindowWord> {
  const [word] = (await once(port, 'message')) as [WindowWord];
  return word;
}
