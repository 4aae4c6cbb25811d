import type { Database } from 'better-sqlite3';
import { type Day, timeOfDay } from './calendar.ts';
import { openClaims } from './claims.ts';
import { openPrescriptions, type Prescription } from './prescriptions.ts';
import type { Random } from './random.ts';
import { openShelf } from './shelf.ts';

/** How busy a day is. */
export interface Workload {
  newPrescriptions: number;
  refills: number;
  /** How many of the new prescriptions came on paper and were scanned. */
  scans: number;
}

/** A prescription that was scanned, and when. */
export interface ScannedPrescription {
  rxNumber: number;
  /** Seconds after midnight. */
  at: number;
}

/** What a day leaves behind outside the database. */
export interface DaySheet {
  fills: number;
  scanned: ScannedPrescription[];
  /** Lines for the claim log, each with its end. */
  claimLines: string[];
}

/** Someone at the counter who can dispense a day's prescriptions. */
export interface Counter {
  work(day: Day, workload: Workload): DaySheet;
}

/** Seconds after midnight. */
const opening = 8.5 * 3600;
/** When the day's work is over and the files are left alone. */
export const closing = 18 * 3600;
const pharmacists = ['AMB', 'JKW', 'RTD'] as const;

/** Opens the counter on a database; the caller wraps the work into a transaction. */
export function openCounter(db: Database, random: Random): Counter {
  const shelf = openShelf(db, random);
  const book = openPrescriptions(db, random);
  const claims = openClaims(db, random);
  let lastFill = db.prepare<[], number | null>('SELECT max(id) FROM fills').pluck().get() ?? 0;
  const insert = db.prepare<[number, number, Day, string, number, string, string, number, number]>(
    'INSERT INTO fills (id, rx_number, filled_on, filled_at, quantity, pharmacist, lot, price_cents, picked_up) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );

  function fill(prescription: Prescription, day: Day, at: number): string | undefined {
    const { rxNumber, drugId, quantity } = prescription;
    const pharmacist = random.pick(pharmacists);
    const drug = shelf.drug(drugId);
    const priceCents = 650 + Math.round(quantity * drug.unitCents * 1.4);
    const fillId = ++lastFill;
    insert.run(fillId, rxNumber, day, timeOfDay(at), quantity, pharmacist, `L${random.digits(6)}`, priceCents, random.chance(0.9) ? 1 : 0);
    shelf.take(drugId, { day, fillId, quantity, pharmacist });
    return claims.submit({ fillId, rxNumber, ndc: drug.ndc, quantity, priceCents }, day, at);
  }

  return {
    work: (day, { newPrescriptions, refills, scans }) => {
      const sheet: DaySheet = { fills: 0, scanned: [], claimLines: [] };
      const total = newPrescriptions + refills;
      let newLeft = newPrescriptions;
      let scansLeft = scans;
      for (let i = 0; i < total; i++) {
        const at = Math.floor(opening + ((closing - opening) * i) / total);
        const isNew = random.below(total - i) < newLeft;
        const isScanned = isNew && random.below(newLeft) < scansLeft;
        const prescription = isNew ? book.receive(day, isScanned) : book.refill();
        if (isNew) newLeft--;
        if (prescription === undefined) continue;
        if (isScanned) {
          scansLeft--;
          sheet.scanned.push({ rxNumber: prescription.rxNumber, at });
        }
        const line = fill(prescription, day, at);
        sheet.fills++;
        if (line !== undefined) sheet.claimLines.push(line);
      }
      shelf.save();
      return sheet;
    },
  };
}
