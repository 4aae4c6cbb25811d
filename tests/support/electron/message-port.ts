import type { MessagePort } from 'node:worker_threads';
import type { PagePort } from '../../../src/main/electron/line/page-port.ts';

/** A real message port as the main process's end of a page's: Electron's differs in its names only. */
export function pagePortOf(port: MessagePort): PagePort {
  return {
    onMessage: (hear) => void port.on('message', hear),
    onClose: (hear) => void port.once('close', hear),
    start: () => port.start(),
    send: (text) => port.postMessage(text),
    close: () => port.close(),
  };
}
