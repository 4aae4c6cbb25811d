import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Day } from './calendar.ts';
import { catalogue, ndcOf } from './drugs.ts';
import { databaseFile } from './layout.ts';
import { inventPatient, inventPrescriber } from './people.ts';
import type { Random } from './random.ts';
import type { Scale } from './scale.ts';
import { tables } from './schema.ts';

/** Makes the database file, open for the bulk load: without journal, since a failed load is thrown away as a whole. */
export function createDatabase(folder: string): Database.Database {
  const db = new Database(join(folder, databaseFile));
  for (const pragma of ['page_size = 4096', 'journal_mode = OFF', 'synchronous = OFF', 'cache_size = -262144', 'foreign_keys = OFF'])
    db.pragma(pragma);
  db.exec(tables);
  return db;
}

/** Opens the database for work; the journal stays in memory, so that no file lies beside it. */
export function openDatabase(folder: string): Database.Database {
  const db = new Database(join(folder, databaseFile), { fileMustExist: true });
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  return db;
}

/** Opens the database to look at. */
export function readDatabase(folder: string): Database.Database {
  return new Database(join(folder, databaseFile), { fileMustExist: true, readonly: true });
}

/** Who and what is there before the first day: the pharmacy, people, the drug file with a first count of controlled substances. */
export function fillMasterData(db: Database.Database, random: Random, scale: Scale, seed: string, day: Day): void {
  db.prepare('INSERT INTO pharmacy VALUES (?, ?, ?, ?, ?)').run(
    'Harbor Lane Sample Pharmacy',
    '1 Sample St, Sampleton, ZZ 00001',
    '9999999',
    seed,
    day,
  );
  const patient = db.prepare(
    'INSERT INTO patients (name, birth_date, address, phone, plan, member, allergies) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (let i = 0; i < scale.patients; i++) patient.run(...inventPatient(random));
  const prescriber = db.prepare('INSERT INTO prescribers (name, npi, dea, phone) VALUES (?, ?, ?, ?)');
  for (let i = 0; i < scale.prescribers; i++) prescriber.run(...inventPrescriber(random));
  const drug = db.prepare(
    'INSERT INTO drugs (id, ndc, name, strength, form, schedule, unit_cents, on_hand) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const count = db.prepare(
    `INSERT INTO controlled_log (drug_id, entered_on, entry, change, balance, pharmacist) VALUES (?, ?, 'count', 0, ?, 'AMB')`,
  );
  for (const [index, line] of catalogue.entries()) {
    const onHand = line.quantity * random.between(3, 30);
    drug.run(index + 1, ndcOf(index + 1), line.name, line.strength, line.form, line.schedule ?? null, line.unitCents, onHand);
    if (line.schedule !== undefined) count.run(index + 1, day, onHand);
  }
}
