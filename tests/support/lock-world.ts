import { LifeboatError } from '../../src/shared/errors/index.ts';
import { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import { newMasterKeys } from '../../src/main/engine/crypto/index.ts';
import type { Identity } from '../../src/main/engine/identity.ts';
import { type LockContext, memoryLockMemory } from '../../src/main/engine/repository/lock/index.ts';
import { ManualTime } from './manual-time.ts';

/** This very process, so that it is found alive. */
export const OURSELVES: Identity = { hostname: 'back-office', username: 'ana', uid: 1000, gid: 1000, pid: process.pid };
/** Somebody on another PC; whether that process lives cannot be known here. */
export const ELSEWHERE: Identity = { hostname: 'dispensary', username: 'ben', uid: 1000, gid: 1000, pid: 4242 };
/** Beyond every process number there is, so that it is found dead. */
export const DEAD_PID = 2 ** 30;

/** A repository's locks on a place in memory, with a time that tests move. */
export function lockWorld(backend: MemoryBackend = new MemoryBackend()): { time: ManualTime; ours: LockContext; theirs: LockContext } {
  const time = new ManualTime();
  const ours = {
    backend,
    masterKeys: newMasterKeys(),
    version: 2,
    repositoryId: 'a'.repeat(64),
    identity: OURSELVES,
    clock: time,
    timers: time,
    memory: memoryLockMemory(),
  };
  return { time, ours, theirs: { ...ours, identity: ELSEWHERE, memory: memoryLockMemory() } };
}

/** A place that refuses to remove while `refusing`, and does nothing at all while `unreachable`. */
export class DifficultBackend extends MemoryBackend {
  refusing = false;
  unreachable = false;

  override async save(...request: Parameters<MemoryBackend['save']>): Promise<void> {
    this.#assertReachable();
    await super.save(...request);
  }

  override async stat(...request: Parameters<MemoryBackend['stat']>): ReturnType<MemoryBackend['stat']> {
    this.#assertReachable();
    return await super.stat(...request);
  }

  override async remove(...request: Parameters<MemoryBackend['remove']>): Promise<void> {
    this.#assertReachable();
    if (this.refusing) throw new LifeboatError('permission-denied', { path: this.location });
    await super.remove(...request);
  }

  #assertReachable(): void {
    if (this.unreachable)
      throw new LifeboatError('place-unreachable', { location: this.location, reason: 'ENETDOWN' }, { retryable: true });
  }
}
