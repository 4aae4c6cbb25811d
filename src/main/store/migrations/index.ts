import { first } from './001-first.ts';
import type { Migration } from './migration.ts';

export type { Migration } from './migration.ts';

/** In order; the number of a store's version is how many of them it has been through. */
export const MIGRATIONS: readonly Migration[] = [first];
