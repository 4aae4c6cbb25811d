import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import { LifeboatError } from '../../shared/errors/index.ts';
import { DocumentTable } from './document-table.ts';
import type { Collection, Single } from './store.ts';

/** Documents of which there is one each, by their name. */
export class SqliteSingle<T> implements Single<T> {
  private readonly table: DocumentTable<T>;
  private readonly id: string;

  constructor(db: Database, id: string, schema: z.ZodType<T>) {
    this.id = id;
    this.table = new DocumentTable(db, { name: 'singles', schema, id: () => id });
  }

  get(): T | undefined {
    return this.table.select({ where: [{ sql: 'id = ?', values: [this.id] }], order: 'id' })[0];
  }

  set(value: T): void {
    this.table.put(value);
  }
}

/** Documents by id, in the order they were added. */
export class SqliteCollection<T extends { id: string }> implements Collection<T> {
  private readonly table: DocumentTable<T>;

  constructor(db: Database, name: string, schema: z.ZodType<T>) {
    this.table = new DocumentTable(db, { name, schema, id: ({ id }) => id });
  }

  list(): readonly T[] {
    return this.table.select({ order: 'seq' });
  }

  get(id: string): T | undefined {
    return this.table.get(id);
  }

  put(value: T): void {
    this.table.put(value);
  }

  remove(id: string): void {
    this.table.delete([{ sql: 'id = ?', values: [id] }]);
  }
}

/** A change of a document that must be there. */
export function changed<T extends object>(old: T | undefined, what: string, change: Partial<T>): T {
  if (old === undefined) throw new LifeboatError('internal', { detail: `store: no such ${what}` });
  return { ...old, ...change };
}
