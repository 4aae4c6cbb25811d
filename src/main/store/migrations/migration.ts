import type { Database } from 'better-sqlite3';

/** One step of the store's shape. Its number is its place in the list; what was released never changes. */
export interface Migration {
  name: string;
  /** Runs in a transaction, foreign keys off. */
  run(db: Database): void;
}
