export { type CheckOptions, checkRepository } from './check.ts';
export { DamageSearch, MOST_FILES } from './damaged-files.ts';
export type { Random } from './read-selection.ts';
