/** The only door into the backup engine. */
export {
  type AzureCredentials,
  type AzureGrant,
  type BandwidthLimits,
  credentialEnd,
  grantAccess,
  type GrantKind,
  type PlaceOptions,
} from './backend/index.ts';
export {
  type Access,
  createEngine,
  type Engine,
  type EngineOptions,
  type Location,
  type OpenOptions,
  type Place,
  type Sessions,
} from './engine.ts';
export type { Id } from './format/id.ts';
export { nameFromBytes, nameToBytes, pathForSystem } from './format/name.ts';
export type { NodeType } from './format/node.ts';
export { formatDate, formatTime, parseTime } from './format/time.ts';
export type { Identity } from './identity.ts';
export type { InitOptions, InitResult } from './init.ts';
export { placeInSnapshot } from './archiver/source/layout.ts';
export { backup } from './operations/backup.ts';
export { check } from './operations/check.ts';
export type * from './operations/contract.ts';
export { copy } from './operations/copy.ts';
export { diff } from './operations/diff.ts';
export { dump } from './operations/dump.ts';
export { find, findVersions } from './operations/find.ts';
export { findObjects } from './operations/find-objects.ts';
export { forget } from './operations/forget.ts';
export { addKey, changePassword, type KeyOptions, listKeys, removeKey } from './operations/keys.ts';
export { listTree } from './operations/list.ts';
export { prune } from './operations/prune.ts';
export { repairIndex } from './operations/repair-index.ts';
export { repairPacks } from './operations/repair-packs.ts';
export { repairAndForgetSnapshots, repairSnapshots } from './operations/repair-snapshots.ts';
export { restore } from './operations/restore.ts';
export { shareKeys } from './operations/share-keys.ts';
export { listSnapshots, resolveSnapshot } from './operations/snapshots.ts';
export { fileKeyMemory, type KeyMemory } from './key-memory.ts';
export { fileSnapshotMemory, memorySnapshotMemory, type SnapshotMemory } from './snapshot-memory/index.ts';
export { stats } from './operations/stats.ts';
export { undoRestore } from './operations/undo-restore.ts';
export type { UnlockRequest } from './operations/unlock.ts';
export { createPatternSet, parseExcludeFile, type PatternSet } from './patterns/index.ts';
export { type PlaceProbe, probePlace } from './probe/index.ts';
export { fileLockMemory, type LockMemory, memoryLockMemory, type RemovedLocks } from './repository/index.ts';
export { parseDuration } from './retention/index.ts';
export type { AppendingSession, EngineContext, ExclusiveSession, Hooks, ReadingSession, Session } from './session.ts';
export { SessionKeeper } from './session-keeper.ts';
export { freeSpace } from './restorer/target/free-space.ts';
