import { existsSync, readdirSync } from 'node:fs';
import { type Counter, closing, openCounter } from './business-day.ts';
import { type Day, isOpen, momentOf, openDaysUpTo } from './calendar.ts';
import { createDatabase, fillMasterData } from './database.ts';
import { type FolderWriter, folderWriter } from './folder-writer.ts';
import { databaseFile } from './layout.ts';
import { fileScans, logClaims } from './paperwork.ts';
import { seededRandom } from './random.ts';
import { type Scale, scaleFor } from './scale.ts';
import { indexes } from './schema.ts';
import { writeStationery } from './stationery.ts';

export interface PharmacyOptions {
  /** Decides everything that looks like chance. Default `lifeboat`. */
  seed?: string;
  /** About how many bytes the whole folder takes, from 1 MB to some GB. Default 48 MB. */
  size?: number;
  /** The last day in its books, `YYYY-MM-DD`, no Sunday. Default 2026-11-20. */
  day?: Day;
}

/** What was made. */
export interface CreatedPharmacy {
  seed: string;
  day: Day;
  prescriptions: number;
  fills: number;
  scans: number;
}

const defaultSize = 48_000_000;
const defaultDay = '2026-11-20';
const refillsPerPrescription = 1.2;

/**
 * Makes a sample pharmacy in `folder`, which must be empty or not there: a dispensing database, scans, claim logs, labels
 * and the vendor's files. The same options give the same bytes and the same file times.
 */
export function createPharmacy(folder: string, options: PharmacyOptions = {}): CreatedPharmacy {
  const { seed = 'lifeboat', size = defaultSize, day = defaultDay } = options;
  if (!isOpen(day)) throw new RangeError(`the sample pharmacy is closed on ${day}`);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new RangeError(`not an empty folder: ${folder}`);
  const scale = scaleFor(size);
  const days = openDaysUpTo(day, scale.days);
  const writer = folderWriter(folder);
  const founded = momentOf(days[0] ?? day, 0);
  writer.folder('.', founded);
  writeStationery(writer, seed, founded);
  writer.write(databaseFile, '', founded);
  const made = fillDatabase(folder, writer, scale, seed, days);
  writer.changed(databaseFile, momentOf(day, closing));
  writer.finish();
  return { seed, day, ...made };
}

function fillDatabase(
  folder: string,
  writer: FolderWriter,
  scale: Scale,
  seed: string,
  days: Day[],
): { prescriptions: number; fills: number; scans: number } {
  const db = createDatabase(folder);
  try {
    const random = seededRandom(seed);
    const load = db.transaction(() => {
      fillMasterData(db, random, scale, seed, days.at(-1) ?? defaultDay);
      return liveThrough(openCounter(db, random), writer, scale, seed, days);
    });
    const made = load();
    db.exec(indexes);
    return made;
  } finally {
    db.close();
  }
}

/** Day by day, each with its even share of prescriptions and scans. */
function liveThrough(
  counter: Counter,
  writer: FolderWriter,
  scale: Scale,
  seed: string,
  days: Day[],
): { prescriptions: number; fills: number; scans: number } {
  const made = { prescriptions: 0, fills: 0, scans: 0 };
  for (const [index, day] of days.entries()) {
    const newPrescriptions = Math.round((scale.prescriptions * (index + 1)) / days.length) - made.prescriptions;
    const scans = Math.min(newPrescriptions, Math.round((made.prescriptions + newPrescriptions) * scale.scannedShare) - made.scans);
    const sheet = counter.work(day, { newPrescriptions, refills: Math.round(newPrescriptions * refillsPerPrescription), scans });
    fileScans(writer, seed, day, sheet);
    if (index >= days.length - scale.daysWithLogs) logClaims(writer, day, sheet, closing);
    made.prescriptions += newPrescriptions;
    made.fills += sheet.fills;
    made.scans += sheet.scanned.length;
  }
  return made;
}
