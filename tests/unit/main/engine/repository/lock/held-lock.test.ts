import { beforeEach, describe, expect, test } from '@jest/globals';
import { acquireLock, type Lock, type LockContext, removeLocks } from '../../../../../../src/main/engine/repository/lock/index.ts';
import { readLocks } from '../../../../../../src/main/engine/repository/lock/lock-files.ts';
import { namesOf } from '../../../../../support/backends.ts';
import { DifficultBackend, lockWorld } from '../../../../../support/lock-world.ts';
import type { ManualTime } from '../../../../../support/manual-time.ts';

const MINUTE = 60_000;

describe('holding a lock', () => {
  let backend: DifficultBackend;
  let time: ManualTime;
  let ours: LockContext;
  let theirs: LockContext;
  let lock: Lock;

  beforeEach(async () => {
    backend = new DifficultBackend();
    ({ time, ours, theirs } = lockWorld(backend));
    lock = await time.until(acquireLock({ ...ours, kind: 'shared' }));
  });

  const locks = (): Promise<string[]> => namesOf(backend, 'locks');
  const lost = { code: 'lock-lost', data: { location: 'memory' } };

  test('renews every five minutes by a new file with a new time', async () => {
    const seen = new Set<string>();
    for (let minute = 0; minute < 60; minute++) {
      const found = await readLocks(ours);
      expect(found).toHaveLength(1);
      seen.add(found[0]?.id ?? '');
      const age = time.now().getTime() - Date.parse(found[0]?.content?.time ?? '');
      expect(age).toBeLessThanOrEqual(5 * MINUTE + 1000);
      await time.advance(MINUTE);
    }
    expect(seen.size).toBeGreaterThanOrEqual(12);
    await lock.release();
    expect(await locks()).toEqual([]);
  });

  test('a lock of ours stands at every moment of a renewal', async () => {
    const history: string[] = [];
    const { save, remove } = backend;
    backend.save = async (...request) => {
      await save.apply(backend, request);
      history.push('saved');
    };
    backend.remove = async (...request) => {
      history.push('removing');
      await remove.apply(backend, request);
    };
    await time.advance(6 * MINUTE);
    expect(history).toEqual(['saved', 'removing']);
  });

  test('is held without asking the place while it was renewed in time', async () => {
    await time.advance(4 * MINUTE);
    backend.unreachable = true;
    await expect(lock.assertHeld()).resolves.toBeUndefined();
  });

  test('somebody who takes it away is noticed at once by who looks', async () => {
    await expect(lock.assertHeld({ look: true })).resolves.toBeUndefined();
    await removeLocks(theirs, { all: true });
    await expect(lock.assertHeld()).resolves.toBeUndefined();
    await expect(lock.assertHeld({ look: true })).rejects.toMatchObject(lost);
    expect(lock.signal.reason).toMatchObject(lost);
  });

  test('a renewal while somebody looks is no loss', async () => {
    const { stat } = backend;
    let looks = 0;
    backend.stat = async (...request) => {
      if (++looks === 1) await time.advance(6 * MINUTE);
      return await stat.apply(backend, request);
    };
    await expect(lock.assertHeld({ look: true })).resolves.toBeUndefined();
    expect(looks).toBeGreaterThan(2);
  });

  test('somebody who takes it away is noticed at the next renewal', async () => {
    await removeLocks(theirs, { all: true });
    await time.advance(6 * MINUTE);
    expect(lock.signal.reason).toMatchObject(lost);
    await expect(lock.assertHeld()).rejects.toMatchObject(lost);
    expect(await locks()).toEqual([]);
    expect(time.waiting).toBe(0);
    await lock.release();
  });

  test('a place that is away for a quarter of an hour does no harm', async () => {
    backend.unreachable = true;
    await time.advance(15 * MINUTE);
    expect(lock.signal.aborted).toBe(false);
    backend.unreachable = false;
    await time.advance(MINUTE);
    await expect(lock.assertHeld()).resolves.toBeUndefined();
    const [found] = await readLocks(ours);
    expect(time.now().getTime() - Date.parse(found?.content?.time ?? '')).toBeLessThan(2 * MINUTE);
  });

  test('a place that stays away loses it, before restic may call it stale', async () => {
    const start = time.uptime();
    let lostAt = 0;
    lock.signal.addEventListener('abort', () => {
      lostAt = time.uptime();
    });
    backend.unreachable = true;
    await time.advance(40 * MINUTE);
    expect(lostAt - start).toBeGreaterThan(15 * MINUTE);
    expect(lostAt - start).toBeLessThan(29 * MINUTE);
    expect(lock.signal.reason).toMatchObject(lost);
    backend.unreachable = false;
    expect(await lock.release()).toEqual({ leftBehind: [] });
    expect(await locks()).toEqual([]);
  });

  describe('after sleep', () => {
    test('a lock that is still there is held, and renewed before it is trusted', async () => {
      const before = await locks();
      time.sleep(8 * 60 * MINUTE);
      await expect(time.until(lock.assertHeld())).resolves.toBeUndefined();
      expect(await locks()).toHaveLength(1);
      expect(await locks()).not.toEqual(before);
    });

    test('a lock that is gone is lost', async () => {
      time.sleep(8 * 60 * MINUTE);
      await removeLocks(theirs);
      await expect(time.until(lock.assertHeld())).rejects.toMatchObject(lost);
      expect(lock.signal.aborted).toBe(true);
      expect(await locks()).toEqual([]);
    });

    test('a lock that goes while we renew it is lost, and the new file is withdrawn', async () => {
      const [old] = await locks();
      time.sleep(8 * 60 * MINUTE);
      const { save } = backend;
      backend.save = async (...request) => {
        await save.apply(backend, request);
        await backend.remove({ type: 'locks', name: old ?? '' });
      };
      await expect(time.until(lock.assertHeld())).rejects.toMatchObject(lost);
      expect(await locks()).toEqual([]);
    });

    test('a network that is not back yet is no loss: it is said as it is, and the next try counts', async () => {
      time.sleep(8 * 60 * MINUTE);
      backend.unreachable = true;
      await expect(time.until(lock.assertHeld())).rejects.toMatchObject({ code: 'place-unreachable' });
      await time.advance(MINUTE);
      expect(lock.signal.aborted).toBe(false);
      backend.unreachable = false;
      await expect(time.until(lock.assertHeld())).resolves.toBeUndefined();
      await time.advance(10 * MINUTE);
      expect(lock.signal.aborted).toBe(false);
    });

    test('a network that does not come back loses it after a grace', async () => {
      time.sleep(8 * 60 * MINUTE);
      backend.unreachable = true;
      await time.advance(4 * MINUTE);
      expect(lock.signal.reason).toMatchObject(lost);
    });

    test('a paused virtual machine shows only in the wall clock', async () => {
      time.jump(8 * 60 * MINUTE);
      await removeLocks(theirs);
      await expect(time.until(lock.assertHeld())).rejects.toMatchObject(lost);
    });
  });

  test('a place that refuses to remove keeps every renewal; all are named in the end', async () => {
    backend.refusing = true;
    await time.advance(11 * MINUTE);
    const { leftBehind } = await lock.release();
    expect(leftBehind).toHaveLength(3);
    expect([...leftBehind].sort()).toEqual(await locks());
  });

  test('what could not be removed for a moment is removed in the end', async () => {
    backend.refusing = true;
    await time.advance(6 * MINUTE);
    backend.refusing = false;
    expect(await lock.release()).toEqual({ leftBehind: [] });
    expect(await locks()).toEqual([]);
  });

  test('giving back during a renewal leaves nothing', async () => {
    const { save } = backend;
    let release: Promise<unknown> | undefined;
    backend.save = async (...request) => {
      release ??= lock.release();
      await save.apply(backend, request);
    };
    await time.advance(6 * MINUTE);
    await release;
    expect(await locks()).toEqual([]);
    expect(time.waiting).toBe(0);
  });

  test('a lock given back is held no more', async () => {
    await lock.release();
    await expect(lock.assertHeld()).rejects.toMatchObject(lost);
    expect(lock.signal.aborted).toBe(false);
  });
});
