import { throwIfAborted } from '../abort.ts';

/**
 * Runs `work` for every item, at most `limit` at a time, in order of beginning. After the first failure (or the
 * signal's) no other begins; the failure is thrown once all that run have ended.
 */
export async function forEachConcurrently<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  let failed = false;
  const runner = async (): Promise<void> => {
    for (let next = iterator.next(); !next.done && !failed; next = iterator.next()) {
      try {
        throwIfAborted(signal);
        await work(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const runners = Array.from({ length: limit }, runner);
  await Promise.allSettled(runners);
  await Promise.all(runners);
}
