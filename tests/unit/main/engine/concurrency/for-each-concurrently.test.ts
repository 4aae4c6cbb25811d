import { describe, expect, test } from '@jest/globals';
import { forEachConcurrently } from '../../../../../src/main/engine/concurrency/index.ts';

describe('work at several things at a time', () => {
  const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  test('does every item once and no more than the limit together', async () => {
    let running = 0;
    let most = 0;
    const done: number[] = [];
    await forEachConcurrently(
      Array.from({ length: 20 }, (_, at) => at),
      3,
      async (item) => {
        most = Math.max(most, ++running);
        await tick();
        done.push(item);
        running--;
      },
    );
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(most).toBe(3);
  });

  test('after a failure begins nothing more, waits for what runs and throws it', async () => {
    const begun: number[] = [];
    let ended = 0;
    const work = forEachConcurrently([0, 1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item);
      await tick();
      if (item === 0) throw new Error('first');
      await tick();
      ended++;
    });
    await expect(work).rejects.toThrow('first');
    expect([begun, ended]).toEqual([[0, 1], 1]);
  });

  test('stops at a signal', async () => {
    const abort = new AbortController();
    const begun: number[] = [];
    const work = forEachConcurrently(
      [0, 1, 2, 3],
      1,
      async (item) => {
        begun.push(item);
        abort.abort();
      },
      abort.signal,
    );
    await expect(work).rejects.toMatchObject({ code: 'aborted' });
    expect(begun).toEqual([0]);
  });
});
