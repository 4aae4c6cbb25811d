import { spawnSync } from 'node:child_process';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { newMasterKeys } from '../../../../../../src/main/engine/crypto/index.ts';
import {
  acquireLock,
  type Lock,
  type LockContext,
  type LockKind,
  removeLocks,
} from '../../../../../../src/main/engine/repository/lock/index.ts';
import { writeLock } from '../../../../../../src/main/engine/repository/lock/lock-files.ts';
import { fileOf, namesOf } from '../../../../../support/backends.ts';
import { DEAD_PID, DifficultBackend, ELSEWHERE, lockWorld, OURSELVES } from '../../../../../support/lock-world.ts';
import type { ManualTime } from '../../../../../support/manual-time.ts';

const MINUTE = 60_000;

describe('taking a lock', () => {
  let backend: DifficultBackend;
  let time: ManualTime;
  let ours: LockContext;
  let theirs: LockContext;

  beforeEach(() => {
    backend = new DifficultBackend();
    ({ time, ours, theirs } = lockWorld(backend));
  });

  const take = (context: LockContext, kind: LockKind, wait = 0): Promise<Lock> => time.until(acquireLock({ ...context, kind, wait }));
  const locks = (): Promise<string[]> => namesOf(backend, 'locks');

  test('leaves one lock file, and none when it is given back', async () => {
    const lock = await take(ours, 'exclusive');
    expect(await locks()).toHaveLength(1);
    expect(await lock.release()).toEqual({ leftBehind: [] });
    expect(await lock.release()).toEqual({ leftBehind: [] });
    expect(await locks()).toEqual([]);
    expect(time.waiting).toBe(0);
    expect(lock.signal.aborted).toBe(false);
  });

  test('shared locks stand beside each other', async () => {
    const held = [await take(ours, 'shared'), await take(theirs, 'shared'), await take(ours, 'shared')];
    expect(await locks()).toHaveLength(3);
    for (const lock of held) await lock.release();
  });

  test.each([
    ['shared', 'exclusive'],
    ['exclusive', 'shared'],
    ['exclusive', 'exclusive'],
  ] as const)('a %s lock excludes an %s one and says who holds it', async (held, wanted) => {
    const lock = await take(theirs, held);
    await expect(take(ours, wanted)).rejects.toMatchObject({
      code: 'repository-locked',
      data: {
        location: 'memory',
        hostname: 'dispensary',
        username: 'ben',
        pid: 4242,
        since: '2026-03-01T08:00:00Z',
        exclusive: held === 'exclusive',
      },
    });
    expect(await locks()).toHaveLength(1);
    await lock.release();
    await (await take(ours, wanted)).release();
  });

  test('two that want to be alone at the same moment do not both get it', async () => {
    const attempts = [ours, theirs].map((context) => acquireLock({ ...context, kind: 'exclusive' }));
    const outcomes = await time.until(Promise.allSettled(attempts));
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(2);
    expect(await locks()).toHaveLength(outcomes.filter(({ status }) => status === 'fulfilled').length);
  });

  test('taken eagerly it comes at once, and holds when nobody else took one at the same moment', async () => {
    const start = time.uptime();
    const lock = await acquireLock({ ...ours, kind: 'shared', eager: true });
    expect(time.uptime()).toBe(start);
    let isHeld = false;
    const held = lock.assertHeld().then(() => (isHeld = true));
    await time.advance(10);
    expect(isHeld).toBe(false);
    await time.until(held);
    expect(lock.signal.aborted).toBe(false);
    await lock.release();
    expect(await locks()).toEqual([]);
  });

  test('taken eagerly it turns out not to hold when somebody else took one at the same moment', async () => {
    const lock = await acquireLock({ ...ours, kind: 'shared', eager: true });
    await writeLock(theirs, 'exclusive');
    await expect(time.until(lock.assertHeld())).rejects.toMatchObject({ code: 'repository-locked', data: { hostname: 'dispensary' } });
    expect(lock.signal.reason).toMatchObject({ code: 'repository-locked' });
    await expect(lock.assertHeld({ look: true })).rejects.toMatchObject({ code: 'repository-locked' });
    await lock.release();
    expect(await locks()).toHaveLength(1);
  });

  test('taken eagerly but with time to wait it comes when it holds', async () => {
    const start = time.uptime();
    const lock = await time.until(acquireLock({ ...ours, kind: 'shared', eager: true, wait: MINUTE }));
    expect(time.uptime()).toBeGreaterThan(start);
    await lock.release();
  });

  test('two that wait for each other both get it, one after the other', async () => {
    let holders = 0;
    const attempts = [ours, theirs].map(async (context) => {
      const lock = await acquireLock({ ...context, kind: 'exclusive', wait: 60 * MINUTE });
      holders += 1;
      expect(holders).toBe(1);
      holders -= 1;
      await lock.release();
    });
    await time.until(Promise.all(attempts));
  });

  test('waits for the holder to finish, as long as it is told', async () => {
    const lock = await take(theirs, 'exclusive');
    const waiting = acquireLock({ ...ours, kind: 'shared', wait: 10 * MINUTE });
    await time.advance(4 * MINUTE);
    await lock.release();
    await (await time.until(waiting)).release();
    const again = await take(theirs, 'exclusive');
    const start = time.uptime();
    await expect(take(ours, 'shared', 10 * MINUTE)).rejects.toMatchObject({ code: 'repository-locked' });
    expect(time.uptime() - start).toBeGreaterThanOrEqual(10 * MINUTE);
    expect(time.uptime() - start).toBeLessThan(11 * MINUTE);
    await again.release();
  });

  test.each([0, 100, 90_000])('stops waiting when it is aborted after %d ms, and leaves nothing', async (after) => {
    if (after > 1000) await writeLock(theirs, 'exclusive');
    const before = await locks();
    const controller = new AbortController();
    const waiting = acquireLock({ ...ours, kind: 'exclusive', wait: 60 * MINUTE, signal: controller.signal });
    waiting.catch(() => undefined);
    await time.advance(after);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
    expect(await locks()).toEqual(before);
    expect(time.waiting).toBe(0);
  });

  describe('when the holder is dead', () => {
    test('a lock of our own dead process goes at once', async () => {
      const { pid } = spawnSync(process.execPath, ['--version']);
      await writeLock({ ...ours, identity: { ...OURSELVES, pid } }, 'exclusive');
      const lock = await take(ours, 'shared');
      expect(await locks()).toHaveLength(1);
      await lock.release();
    });

    test('a domain before the name and upper case make no stranger of us', async () => {
      await writeLock(
        { ...ours, identity: { ...OURSELVES, hostname: 'BACK-OFFICE', username: 'PHARMACY\\Ana', pid: DEAD_PID } },
        'exclusive',
      );
      expect(await (await take(ours, 'shared')).release()).toEqual({ leftBehind: [] });
    });

    test.each([
      ['another PC', { hostname: 'dispensary' }],
      ['another account', { username: 'ben' }],
    ])('a process number of %s says nothing', async (_, stranger) => {
      await writeLock({ ...ours, identity: { ...OURSELVES, ...stranger, pid: DEAD_PID } }, 'exclusive');
      await expect(take(ours, 'shared')).rejects.toMatchObject({ code: 'repository-locked' });
    });

    test('a foreign lock goes when we saw it unchanged for half an hour, not before', async () => {
      await writeLock(theirs, 'exclusive');
      await expect(take(ours, 'shared')).rejects.toMatchObject({ code: 'repository-locked' });
      await time.advance(29 * MINUTE);
      await expect(take(ours, 'shared')).rejects.toMatchObject({ code: 'repository-locked' });
      await time.advance(MINUTE);
      await (await take(ours, 'exclusive')).release();
      expect(await locks()).toEqual([]);
    });

    test('whatever its own clock says', async () => {
      const past = { ...theirs, clock: { now: () => new Date('2001-01-01T00:00:00Z'), uptime: () => 0 } };
      await writeLock(past, 'exclusive');
      await expect(take(ours, 'shared')).rejects.toMatchObject({ code: 'repository-locked' });
    });

    test('whatever our own wall clock does meanwhile', async () => {
      await writeLock(theirs, 'exclusive');
      await expect(take(ours, 'shared')).rejects.toMatchObject({ code: 'repository-locked' });
      time.jump(365 * 24 * 60 * MINUTE);
      await expect(take(ours, 'shared')).rejects.toMatchObject({ code: 'repository-locked' });
    });

    test('waiting outlasts it', async () => {
      await writeLock(theirs, 'exclusive');
      expect(await (await take(ours, 'exclusive', 45 * MINUTE)).release()).toEqual({ leftBehind: [] });
    });

    test('a living holder is waited for in vain, however long', async () => {
      const lock = await take(theirs, 'exclusive');
      await expect(take(ours, 'shared', 6 * 60 * MINUTE)).rejects.toMatchObject({ code: 'repository-locked' });
      await expect(lock.assertHeld()).resolves.toBeUndefined();
      await lock.release();
    });

    test('if the place refuses to remove it, it is passed by', async () => {
      await writeLock({ ...ours, identity: { ...OURSELVES, pid: DEAD_PID } }, 'exclusive');
      backend.refusing = true;
      const lock = await take(ours, 'shared');
      expect((await lock.release()).leftBehind).toHaveLength(1);
    });
  });

  describe('when a lock file cannot be read', () => {
    test.each([
      ['half written', () => Buffer.from('half')],
      ['of other keys', async () => Buffer.from(await sealedByOthers(theirs))],
    ])('%s: it blocks, but not for ever', async (_, content) => {
      const { handle, bytes } = fileOf(await content(), 'locks');
      await backend.save(handle, [bytes]);
      await expect(take(ours, 'shared')).rejects.toMatchObject({ code: 'repository-locked', data: { hostname: '', exclusive: true } });
      await time.advance(30 * MINUTE);
      await (await take(ours, 'shared')).release();
    });

    test('empty: it never locked anything', async () => {
      await backend.save({ type: 'locks', name: 'e'.repeat(64) }, []);
      expect(await (await take(ours, 'exclusive')).release()).toEqual({ leftBehind: [] });
    });
  });

  test('a place that refuses to remove leaves our locks behind; they do not stand in our own way', async () => {
    backend.refusing = true;
    const lock = await take(ours, 'shared');
    const { leftBehind } = await lock.release();
    expect(leftBehind).toEqual(await locks());
    expect(leftBehind).toHaveLength(1);
    backend.refusing = false;
    const exclusive = await take(ours, 'exclusive');
    expect(await locks()).toHaveLength(1);
    await exclusive.release();
  });

  describe('a person unlocks', () => {
    test('what is dead or stale by its own word goes, the living and the unreadable stay', async () => {
      const stale = await writeLock(theirs, 'shared');
      time.sleep(31 * MINUTE);
      const living = await take({ ...theirs, identity: { ...ELSEWHERE, hostname: 'office' } }, 'shared');
      const dead = await writeLock({ ...ours, identity: { ...OURSELVES, pid: DEAD_PID } }, 'shared');
      const { handle, bytes } = fileOf('half', 'locks');
      await backend.save(handle, [bytes]);
      const result = await removeLocks(ours);
      expect([...result.removed].sort()).toEqual([dead, stale].sort());
      expect(result.kept).toContain(handle.name);
      expect(result.kept).toHaveLength(2);
      expect((await removeLocks(ours, { all: true })).removed).toHaveLength(2);
      expect(await locks()).toEqual([]);
      await living.release();
    });

    test('a place that refuses says so', async () => {
      await writeLock(theirs, 'shared');
      backend.refusing = true;
      await expect(removeLocks(ours, { all: true })).rejects.toMatchObject({ code: 'permission-denied' });
    });
  });
});

/** A lock file as another repository would have it. */
async function sealedByOthers(context: LockContext): Promise<Uint8Array> {
  const place = new DifficultBackend();
  const id = await writeLock({ ...context, backend: place, masterKeys: newMasterKeys() }, 'shared');
  return await place.load({ type: 'locks', name: id });
}
