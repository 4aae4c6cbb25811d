import type { Database, Statement } from 'better-sqlite3';
import { withDatabase } from './failures.ts';

/** A table of short texts by name. */
export class NamedValues {
  private readonly path: string;
  private readonly read: Statement<[string], string>;
  private readonly write: Statement<[string, string]>;
  private readonly remove: Statement<[string]>;
  private readonly list: Statement<[number, string], { id: string; value: string }>;

  constructor(db: Database, table: 'due' | 'flags', column: 'at' | 'value') {
    this.path = db.name;
    this.read = db.prepare<[string], string>(`SELECT ${column} FROM ${table} WHERE id = ?`).pluck();
    this.write = db.prepare(
      `INSERT INTO ${table} (id, ${column}) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET ${column} = excluded.${column}`,
    );
    this.remove = db.prepare(`DELETE FROM ${table} WHERE id = ?`);
    this.list = db.prepare(`SELECT id, ${column} AS value FROM ${table} WHERE substr(id, 1, ?) = ? ORDER BY id`);
  }

  get(name: string): string | undefined {
    return withDatabase(this.path, () => this.read.get(name));
  }

  set(name: string, value: string | undefined): void {
    withDatabase(this.path, () => (value === undefined ? this.remove.run(name) : this.write.run(name, value)));
  }

  beginningWith(prefix: string): Readonly<Record<string, string>> {
    const rows = withDatabase(this.path, () => this.list.all(Array.from(prefix).length, prefix));
    return Object.freeze(Object.fromEntries(rows.map(({ id, value }) => [id, value])));
  }
}
