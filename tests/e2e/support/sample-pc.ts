import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { PostgresqlServer } from '../../support/postgresql.ts';

/** Scans that make a folder worth a suggestion. */
const SCANS = 60;

export interface SamplePc {
  /** What the owner process takes for the account's own folder, so that it looks there and finds something. */
  home: string;
  documents: string;
}

/** A pharmacy's PC below `root`: a dispensing database, scans, and some documents that nothing finds by itself. */
export function samplePc(root: string): SamplePc {
  const home = join(root, 'home');
  const [pharmacy, documents] = [join(home, 'Pharmacy'), join(home, 'Papers')];
  mkdirSync(join(pharmacy, 'Scans'), { recursive: true });
  mkdirSync(documents);
  for (let number = 0; number < SCANS; number++) writeFileSync(join(pharmacy, 'Scans', `rx-${number}.tif`), `scan ${number} `.repeat(400));
  writeFileSync(join(documents, 'label.txt'), 'Take one tablet daily');
  const database = new Database(join(pharmacy, 'dispensing.db'));
  database.exec('CREATE TABLE prescriptions (rx INTEGER PRIMARY KEY, filled_at TEXT, note TEXT)');
  const insert = database.prepare('INSERT INTO prescriptions (filled_at, note) VALUES (?, ?)');
  database.transaction(() => {
    for (let number = 0; number < 2000; number++) insert.run('2026-11-27T16:00:00Z', `note ${number} `.repeat(12));
  })();
  database.close();
  return { home, documents };
}

/** The point-of-sale database on a server, as its vendor would have made it. */
export async function fillServer(server: PostgresqlServer): Promise<void> {
  await server.run('CREATE DATABASE pos');
  await server.run(
    'CREATE TABLE sales (id serial PRIMARY KEY, sold_at timestamptz); INSERT INTO sales (sold_at) SELECT now() FROM generate_series(1, 250)',
    'pos',
  );
}
