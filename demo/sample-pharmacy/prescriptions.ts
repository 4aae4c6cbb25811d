import type { Database } from 'better-sqlite3';
import type { Day } from './calendar.ts';
import { catalogue } from './drugs.ts';
import { scanFile } from './layout.ts';
import type { Random } from './random.ts';

/** What filling a prescription needs to know of it. */
export interface Prescription {
  rxNumber: number;
  drugId: number;
  quantity: number;
}

/** The prescriptions of the database: new ones come in, old ones are refilled. */
export interface PrescriptionBook {
  /** Takes in a new one; `scanned` when it came on paper. */
  receive(day: Day, scanned: boolean): Prescription;
  /** A prescription that still had a refill, now one less; undefined if a few tries found none. */
  refill(): Prescription | undefined;
}

const directions = [
  'Take one by mouth once daily',
  'Take one by mouth twice daily with food',
  'Take one by mouth at bedtime',
  'Take one by mouth every 8 hours',
  'Take one by mouth every 6 hours as needed',
  'Take one by mouth every morning',
  'Use as directed',
  'Take two on the first day, then one daily',
] as const;
const origins = ['electronic', 'electronic', 'electronic', 'electronic', 'phone', 'fax'] as const;
const firstRxNumber = 100_001;
const triesForRefill = 12;

export function openPrescriptions(db: Database, random: Random): PrescriptionBook {
  const count = (table: 'patients' | 'prescribers'): number => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  const patients = count('patients');
  const prescribers = count('prescribers');
  let last = db.prepare<[], number | null>('SELECT max(rx_number) FROM prescriptions').pluck().get() ?? firstRxNumber - 1;
  const insert = db.prepare<[number, number, number, number, Day, string, number, number, string, string | null]>(
    `INSERT INTO prescriptions (rx_number, patient_id, prescriber_id, drug_id, written_on, directions, quantity, refills_left, origin, scan)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const find = db.prepare<[number], Prescription>(
    'SELECT rx_number AS rxNumber, drug_id AS drugId, quantity FROM prescriptions WHERE rx_number = ? AND refills_left > 0',
  );
  const useRefill = db.prepare<[number]>('UPDATE prescriptions SET refills_left = refills_left - 1 WHERE rx_number = ?');

  return {
    receive: (day, scanned) => {
      const drugId = 1 + random.below(catalogue.length);
      const drug = catalogue[drugId - 1];
      const quantity = (drug?.quantity ?? 30) * random.pick([1, 1, 1, 3]);
      // Schedule II may never be refilled, III to V five times at most.
      const refills = drug?.schedule === 'II' ? 0 : random.below(drug?.schedule === undefined ? 12 : 6);
      last++;
      const scan = scanned ? scanFile(day, last) : null;
      const [patient, prescriber] = [1 + random.below(patients), 1 + random.below(prescribers)];
      insert.run(
        last,
        patient,
        prescriber,
        drugId,
        day,
        random.pick(directions),
        quantity,
        refills,
        scanned ? 'paper' : random.pick(origins),
        scan,
      );
      return { rxNumber: last, drugId, quantity };
    },
    refill: () => {
      for (let tries = 0; tries < triesForRefill; tries++) {
        const prescription = find.get(random.between(firstRxNumber, last));
        if (prescription === undefined) continue;
        useRefill.run(prescription.rxNumber);
        return prescription;
      }
      return undefined;
    },
  };
}
