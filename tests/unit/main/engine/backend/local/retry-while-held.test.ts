import { describe, expect, test } from '@jest/globals';
import { retryWhileHeld } from '../../../../../../src/main/engine/backend/local/retry-while-held.ts';

const held = Object.assign(new Error('held'), { code: 'EBUSY', syscall: 'rename' });

describe('a file that another program holds', () => {
  function heldFor(tries: number): () => Promise<number> {
    let tried = 0;
    return async () => {
      tried += 1;
      if (tried <= tries) throw held;
      return tried;
    };
  }

  test('is tried again on Windows', async () => {
    expect(await retryWhileHeld(heldFor(2), { platform: 'win32', pauses: [1, 1, 1] })).toBe(3);
  });

  test('is given up in the end', async () => {
    await expect(retryWhileHeld(heldFor(5), { platform: 'win32', pauses: [1, 1, 1] })).rejects.toBe(held);
  });

  test('is a final failure elsewhere', async () => {
    await expect(retryWhileHeld(heldFor(1), { platform: 'linux', pauses: [1] })).rejects.toBe(held);
  });

  test('other failures are final', async () => {
    const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    let tried = 0;
    const action = async (): Promise<void> => {
      tried += 1;
      throw full;
    };
    await expect(retryWhileHeld(action, { platform: 'win32', pauses: [1] })).rejects.toBe(full);
    expect(tried).toBe(1);
  });
});
