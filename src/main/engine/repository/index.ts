/** The door into the repository: what is open, its keys, its locks. */
export { RepositoryAppender } from './appending.ts';
export { ConfirmedSaves } from './confirmed-saves.ts';
export { RepositoryKeeper } from './exclusive.ts';
export { indexedPacks } from './indexed-packs.ts';
export {
  addKey,
  createKeyFile,
  type HasKeyRing,
  KEY_COST,
  type KeyCost,
  type KeyMaking,
  type KeyRing,
  listKeys,
  type OpenedKey,
  openWithPassword,
  removeKey,
  replaceKey,
  type StoredKey,
} from './keys/index.ts';
export { acquireLock, fileLockMemory, type Lock, type LockMemory, memoryLockMemory, type RemovedLocks, removeLocks } from './lock/index.ts';
export { RepositoryReader, type RepositoryParts } from './reading.ts';
export type * from './repository.ts';
export { SealedFiles } from './sealed-files.ts';
