export { acquireLock, type LockRequest } from './acquire-lock.ts';
export { fileLockMemory } from './file-lock-memory.ts';
export type { Lock, LockRelease } from './held-lock.ts';
export type { LockContext } from './lock-context.ts';
export type { LockKind } from './lock-files.ts';
export { type LockMemory, type Observation, memoryLockMemory } from './lock-memory.ts';
export { type RemovedLocks, removeLocks } from './remove-locks.ts';
export type { Timers } from '../../timers.ts';
