import type { Database } from 'better-sqlite3';
import type { Day } from './calendar.ts';
import { readDatabase } from './database.ts';
import type { Schedule } from './drugs.ts';

/** The count of one controlled substance, as the perpetual inventory has it. */
export interface ControlledCount {
  /** Name and strength. */
  drug: string;
  schedule: Schedule;
  /** Units on the shelf after the last entry of the log. */
  onHand: number;
}

/** What a pharmacist would ask first to see whether the data is really back. */
export interface PharmacyFacts {
  pharmacy: string;
  /** The last day in the books. */
  today: Day;
  lastRxNumber: number;
  fillsToday: number;
  patients: number;
  prescriptions: number;
  controlled: ControlledCount;
  /** Path inside the folder, with `/`. */
  newestScan: string;
}

const booksQuery = `
  SELECT name AS pharmacy, today,
    (SELECT max(rx_number) FROM prescriptions) AS lastRxNumber,
    (SELECT count(*) FROM fills WHERE filled_on = today) AS fillsToday,
    (SELECT count(*) FROM patients) AS patients,
    (SELECT count(*) FROM prescriptions) AS prescriptions,
    (SELECT scan FROM prescriptions WHERE scan IS NOT NULL ORDER BY rx_number DESC LIMIT 1) AS newestScan
  FROM pharmacy
`;

/**
 * Reads from the database what its pharmacist knows. `drug` chooses the controlled substance by name and strength;
 * without it, the Schedule II one that moved most, which is what an inspector would ask for. Changes no file.
 */
export function knownFacts(folder: string, drug?: string): PharmacyFacts {
  const db = readDatabase(folder);
  try {
    const books = db.prepare<[], Omit<PharmacyFacts, 'controlled'>>(booksQuery).get();
    if (books === undefined) throw new RangeError(`no sample pharmacy in ${folder}`);
    return { ...books, controlled: controlledCount(db, drug) };
  } finally {
    db.close();
  }
}

function controlledCount(db: Database, drug: string | undefined): ControlledCount {
  const count = db
    .prepare<[{ drug: string | null }], ControlledCount>(
      `SELECT d.name || ' ' || d.strength AS drug, d.schedule,
            (SELECT balance FROM controlled_log WHERE drug_id = d.id ORDER BY id DESC LIMIT 1) AS onHand
     FROM drugs d WHERE d.schedule IS NOT NULL AND (@drug IS NULL OR d.name || ' ' || d.strength = @drug)
     ORDER BY d.schedule, (SELECT count(*) FROM controlled_log WHERE drug_id = d.id) DESC, d.id LIMIT 1`,
    )
    .get({ drug: drug ?? null });
  if (count === undefined) throw new RangeError(`no controlled substance called ${drug ?? 'anything'}`);
  return count;
}
