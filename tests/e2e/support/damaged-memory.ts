import Database from 'better-sqlite3';
import { profileAt } from '../../../src/main/profile/index.ts';

/** Begins every document that is damaged; nothing whole begins like this. */
const DAMAGE = '!';

/** What an app remembers, damaged under its hands while it runs, and whole again. */
export class DamagedMemory {
  private readonly db: Database.Database;

  constructor(profile: string) {
    this.db = new Database(profileAt(profile).database);
  }

  damage(): void {
    // Losses are no documents of their own.
    this.db.prepare(`UPDATE flags SET value = ? || value WHERE id LIKE 'loss:%'`).run(DAMAGE);
    this.each((table) => this.db.prepare(`UPDATE ${table} SET doc = ? || doc`).run(DAMAGE));
  }

  mend(): void {
    this.db.prepare(`UPDATE flags SET value = substr(value, 2) WHERE id LIKE 'loss:%' AND substr(value, 1, 1) = ?`).run(DAMAGE);
    this.each((table) => this.db.prepare(`UPDATE ${table} SET doc = substr(doc, 2) WHERE substr(doc, 1, 1) = ?`).run(DAMAGE));
    this.db.close();
  }

  private each(work: (table: string) => void): void {
    const tables = this.db
      .prepare(`SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'doc' WHERE m.type = 'table'`)
      .pluck()
      .all() as string[];
    for (const table of tables) work(table);
  }
}
