/** Requests and results of the verbs: what faces build and show. Plain data that can cross a process border. */
export type * from './contract/shared.ts';
export type * from './contract/backup.ts';
export type * from './contract/restore.ts';
export type * from './contract/check.ts';
export type * from './contract/retention.ts';
export type * from './contract/repair.ts';
export type * from './contract/copy.ts';
export type * from './contract/comparing.ts';
export type * from './contract/keys.ts';
