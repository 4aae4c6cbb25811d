import { addAbortSignal } from 'node:stream';

/** What arrives on standard input; ends with an AbortError when `signal` aborts, even while nothing arrives. */
export function standardInput(stdin: NodeJS.ReadStream, signal: AbortSignal): AsyncIterable<Uint8Array> {
  // The iterator reports the error; without a listener of its own the stream would end the process.
  stdin.on('error', () => undefined);
  return addAbortSignal(signal, stdin);
}
