import { throwIfAborted } from '../abort.ts';
import type { Backend, Handle, Range } from '../backend/backend.ts';
import { type SealedBytes, Unread } from '../workers/index.ts';

/**
 * Has a thread work on a file of the repository, or a part of it. Where the place allows, the thread reads it itself into memory that
 * it keeps: fresh memory and the way through this thread cost as much as reading. Where that comes to nothing, the bytes are
 * loaded and sent along, and `load` says what is wrong. `work` begins at most once with bytes that could be read.
 */
export async function onSealedBytes<T>(
  backend: Backend,
  { handle, range, signal }: { handle: Handle; range?: Range; signal: AbortSignal | undefined },
  work: (bytes: SealedBytes, transfer: ArrayBuffer[]) => Promise<T>,
): Promise<T> {
  throwIfAborted(signal);
  const path = backend.pathOf?.(handle);
  if (path !== undefined) {
    try {
      return await work({ path, offset: 0, ...range }, []);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
    }
  }
  const bytes = await backend.load(handle, range, signal);
  return await work(bytes, [bytes.buffer]);
}
