export { type OpenedStore, openStore } from './open-store.ts';
export { type Ownership, takeOwnership } from './owner-lock.ts';
export { exportSeal, importSeal, type SealFile } from './seal.ts';
export type { Collection, History, JobFilter, Notes, Past, Points, Single, Store } from './store.ts';
