import { tmpdir } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import type { LifeboatError } from '../../../../../src/shared/errors/index.ts';
import { DEFAULT_CHUNKING } from '../../../../../src/main/engine/chunker/index.ts';
import { newMasterKeys } from '../../../../../src/main/engine/crypto/index.ts';
import { createWorkerPool } from '../../../../../src/main/engine/workers/index.ts';

describe('the pool of threads', () => {
  test('ends cleanly at any moment: while threads start, while they work, when nothing was ever asked', async () => {
    await createWorkerPool(2).close();
    for (let round = 0; round < 8; round++) {
      const pool = createWorkerPool(2);
      const tasks = Array.from({ length: 12 }, async () => await pool.run({ kind: 'scan', path: tmpdir() }));
      if (round % 2 === 1) await tasks[0];
      const closing = pool.close();
      const results = await Promise.allSettled(tasks);
      await closing;
      const refusals = results.filter((result) => result.status === 'rejected').map(({ reason }) => (reason as LifeboatError).code);
      expect(new Set([...refusals, 'aborted'])).toEqual(new Set(['aborted']));
      expect(results.length).toBe(12);
    }
  });

  test('a task given to a closed pool is refused', async () => {
    const pool = createWorkerPool(1);
    await pool.close();
    await expect(pool.run({ kind: 'scan', path: tmpdir() })).rejects.toMatchObject({ code: 'aborted' });
  });

  test('what goes wrong in a thread arrives with its code, and the thread goes on', async () => {
    const pool = createWorkerPool(1);
    await expect(pool.run({ kind: 'scan', path: '/nowhere/at/all' })).rejects.toMatchObject({ code: 'source-unreadable' });
    const sealed = await pool.run({ kind: 'seal', keys: newMasterKeys(), compress: true, blobs: [Buffer.alloc(1000, 'x')] });
    expect(sealed.blobs).toMatchObject([{ at: 0, uncompressedLength: 1000 }]);
    await pool.close();
  });

  test('memory that came along with bytes comes back, to be filled again', async () => {
    const pool = createWorkerPool(1);
    const bytes = new Uint8Array(100_000).fill(7);
    const cut = { kind: 'cut', into: 1, keys: newMasterKeys(), compress: true, polynomial: '1', chunking: DEFAULT_CHUNKING } as const;
    const task = await pool.cut({ ...cut, pieces: [{ kind: 'bytes', bytes, last: true }] }, [bytes.buffer]);
    expect(bytes.length).toBe(0);
    const { lengths } = await task.hashed;
    const { returned, stored } = await task.seal(new Uint8Array(lengths.length).fill(1));
    expect(returned.map(({ length }) => length)).toEqual([100_000]);
    expect(stored.length).toBe(1);
    await pool.close();
  });
});
