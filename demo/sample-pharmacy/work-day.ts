import { closing, type DaySheet, openCounter } from './business-day.ts';
import { type Day, momentOf, nextOpenDay } from './calendar.ts';
import { correctRows } from './corrections.ts';
import { openDatabase, readDatabase } from './database.ts';
import { folderWriter } from './folder-writer.ts';
import { databaseFile } from './layout.ts';
import { fileScans, logClaims } from './paperwork.ts';
import { seededRandom } from './random.ts';

export interface WorkDayOptions {
  /** Default: the next open day after the last one in the books. */
  day?: Day;
  /** Default 120. */
  newPrescriptions?: number;
  /** Default 150. */
  refills?: number;
  /** New prescriptions that came on paper and are scanned. Default 12. */
  scans?: number;
  /** Rows changed at random places: addresses, phones, pick-ups, reversed claims. Default 300. */
  corrections?: number;
}

/** What a day brought. */
export interface WorkedDay {
  day: Day;
  fills: number;
  newPrescriptions: number;
  scans: number;
  corrections: number;
}

/** Works one day in the pharmacy that {@link createPharmacy} made. The same day on the same pharmacy gives the same bytes. */
export function workDay(folder: string, options: WorkDayOptions = {}): WorkedDay {
  const { newPrescriptions = 120, refills = 150, scans = 12, corrections = 300 } = options;
  const { seed, today } = booksOf(folder);
  const day = options.day ?? nextOpenDay(today);
  if (day <= today) throw new RangeError(`${day} is in the books already`);
  const sheet = dispense(folder, `${seed}/${day}`, day, { newPrescriptions, refills, scans, corrections });
  const writer = folderWriter(folder);
  fileScans(writer, seed, day, sheet);
  logClaims(writer, day, sheet, closing);
  writer.changed(databaseFile, momentOf(day, closing));
  writer.finish();
  return { day, fills: sheet.fills, newPrescriptions, scans: sheet.scanned.length, corrections };
}

function dispense(folder: string, seed: string, day: Day, load: Required<Omit<WorkDayOptions, 'day'>>): DaySheet {
  const db = openDatabase(folder);
  try {
    const random = seededRandom(seed);
    return db.transaction(() => {
      const sheet = openCounter(db, random).work(day, load);
      correctRows(db, random, load.corrections);
      db.prepare('UPDATE pharmacy SET today = ?').run(day);
      return sheet;
    })();
  } finally {
    db.close();
  }
}

function booksOf(folder: string): { seed: string; today: Day } {
  const db = readDatabase(folder);
  try {
    const books = db.prepare<[], { seed: string; today: Day }>('SELECT seed, today FROM pharmacy').get();
    if (books === undefined) throw new RangeError(`no sample pharmacy in ${folder}`);
    return books;
  } finally {
    db.close();
  }
}
