import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createPharmacy, databaseFile } from '../demo/sample-pharmacy/index.ts';

/** A sample pharmacy of this many bytes is made for real; the database in it takes two fifths. */
const MODEL_BYTES = 120_000_000;

/** Tables that are multiplied, with the columns that count up and the table each of them counts. */
const TABLES = [
  { name: 'patients', counting: { id: 'patients' } },
  { name: 'prescriptions', counting: { rx_number: 'prescriptions', patient_id: 'patients' } },
  { name: 'fills', counting: { id: 'fills', rx_number: 'prescriptions' } },
  { name: 'claims', counting: { id: 'claims', fill_id: 'fills' } },
  { name: 'controlled_log', counting: { id: 'controlled_log', fill_id: 'fills' } },
] as const;
const KEYS = { patients: 'id', prescriptions: 'rx_number', fills: 'id', claims: 'id', controlled_log: 'id' } as const;
type Table = keyof typeof KEYS;

/** Makes a pharmacy whose database takes about `size` bytes: a real one's years, repeated under new numbers. Its database's path. */
export function makeLargeDatabase(folder: string, size: number): string {
  createPharmacy(folder, { size: MODEL_BYTES, seed: 'large' });
  const path = join(folder, databaseFile);
  const indexes = dropIndexes(path);
  const db = openFast(path);
  try {
    const model = statSync(path).size;
    const step = highestNumbers(db);
    const spans = Math.max(1, Math.round(size / model - 1));
    for (let span = 1; span <= spans; span++) db.transaction(() => repeatModel(db, step, span))();
    for (const sql of indexes) db.exec(sql);
  } finally {
    db.close();
  }
  return path;
}

function openFast(path: string): Database.Database {
  const db = new Database(path);
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -262144', 'foreign_keys = OFF']) db.pragma(pragma);
  return db;
}

/** Indexes cost least when they are made last. */
function dropIndexes(path: string): string[] {
  const db = openFast(path);
  try {
    const made = db
      .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL`)
      .all();
    for (const { name } of made) db.exec(`DROP INDEX ${name}`);
    return made.map(({ sql }) => sql);
  } finally {
    db.close();
  }
}

function highestNumbers(db: Database.Database): Record<Table, number> {
  const highest = (table: Table): number => db.prepare<[], number>(`SELECT max(${KEYS[table]}) FROM ${table}`).pluck().get() ?? 0;
  const lowest = (table: Table): number => db.prepare<[], number>(`SELECT min(${KEYS[table]}) FROM ${table}`).pluck().get() ?? 0;
  return Object.fromEntries((Object.keys(KEYS) as Table[]).map((table) => [table, highest(table) - lowest(table) + 1])) as Record<
    Table,
    number
  >;
}

function repeatModel(db: Database.Database, step: Record<Table, number>, span: number): void {
  for (const { name, counting } of TABLES) {
    const columns = db.prepare<[], { name: string }>(`PRAGMA table_info(${name})`).all();
    const values = columns.map((column) => {
      const counted = (counting as Partial<Record<string, Table>>)[column.name];
      return counted === undefined ? column.name : `${column.name} + ${step[counted] * span}`;
    });
    const key = KEYS[name];
    const last = (db.prepare<[], number>(`SELECT min(${key}) FROM ${name}`).pluck().get() ?? 0) + step[name] - 1;
    db.exec(
      `INSERT INTO ${name} (${columns.map((column) => column.name).join(', ')}) SELECT ${values.join(', ')} FROM ${name} WHERE ${key} <= ${last}`,
    );
  }
}
