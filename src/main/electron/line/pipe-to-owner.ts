import type { ErrorReport } from '../../../shared/errors/index.ts';
import type { PagePort } from './page-port.ts';

/** What is needed of a face's socket to the owner process. */
export interface OwnerSocket {
  on(event: 'message', hear: (data: { toString(): string }, isBinary: boolean) => void): unknown;
  once(event: 'close', hear: () => void): unknown;
  send(text: string): void;
  close(): void;
  terminate(): void;
}

/** The way to the owner process. */
export interface OwnerDoors {
  open: () => Promise<OwnerSocket | undefined>;
  /** Why there is none, if that is known. */
  problemNow: () => ErrorReport | undefined;
}

/**
 * Joins a page's port with a socket to the owner process: both speak the same messages, so that a window is a face like any
 * other, whoever the owner is. What is no text is no message of the contract and ends the line. When one end goes, the other
 * goes too; the page then asks anew. Where there is no owner the page hears why not, as far as `problemNow` knows.
 */
export async function pipeToOwner(port: PagePort, { open, problemNow }: OwnerDoors): Promise<void> {
  let isGone = false;
  let leave = (): void => undefined;
  port.onClose(() => {
    isGone = true;
    leave();
  });
  const socket = await open().catch(() => undefined);
  if (socket === undefined) {
    port.send({ line: 'none', problem: problemNow() });
    return port.close();
  }
  if (isGone) return socket.close();
  leave = () => socket.terminate();
  socket.once('close', () => port.close());
  socket.on('message', (data, isBinary) => (isBinary ? socket.terminate() : port.send(data.toString())));
  port.onMessage((data) => (typeof data === 'string' ? socket.send(data) : socket.terminate()));
  port.send({ line: 'open' });
  port.start();
}
