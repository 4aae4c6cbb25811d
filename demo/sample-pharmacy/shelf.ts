import type { Database } from 'better-sqlite3';
import type { Day } from './calendar.ts';
import type { Schedule } from './drugs.ts';
import type { Random } from './random.ts';

/** A drug as it stands on the shelf. */
export interface StockedDrug {
  readonly id: number;
  readonly ndc: string;
  readonly schedule: Schedule | null;
  readonly unitCents: number;
  onHand: number;
}

/** What leaves the shelf. */
export interface Withdrawal {
  day: Day;
  fillId: number;
  quantity: number;
  pharmacist: string;
}

/** The stock of every drug and, for controlled ones, the perpetual inventory that the law asks for. */
export interface Shelf {
  drug(id: number): StockedDrug;
  /** Takes a quantity; orders first if the shelf has too little. Controlled substances get their log entries. */
  take(drugId: number, withdrawal: Withdrawal): void;
  /** Writes the stock back to the drug file. */
  save(): void;
}

/** The shelf as the database has it. */
export function openShelf(db: Database, random: Random): Shelf {
  const drugs = new Map<number, StockedDrug>();
  const select = db.prepare<[], StockedDrug>('SELECT id, ndc, schedule, unit_cents AS unitCents, on_hand AS onHand FROM drugs');
  for (const drug of select.all()) drugs.set(drug.id, drug);
  const enter = db.prepare<[number, Day, string, number | null, number, number, string]>(
    'INSERT INTO controlled_log (drug_id, entered_on, entry, fill_id, change, balance, pharmacist) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const store = db.prepare<[number, number]>('UPDATE drugs SET on_hand = ? WHERE id = ?');
  const moved = new Set<StockedDrug>();

  function drugOf(id: number): StockedDrug {
    const drug = drugs.get(id);
    if (drug === undefined) throw new RangeError(`no drug ${id}`);
    return drug;
  }

  function move(drug: StockedDrug, change: number, entry: string, { day, fillId, pharmacist }: Withdrawal): void {
    drug.onHand += change;
    moved.add(drug);
    if (drug.schedule !== null) enter.run(drug.id, day, entry, change < 0 ? fillId : null, change, drug.onHand, pharmacist);
  }

  return {
    drug: drugOf,
    take: (drugId, withdrawal) => {
      const drug = drugOf(drugId);
      if (drug.onHand < withdrawal.quantity) move(drug, withdrawal.quantity * random.between(10, 30), 'received', withdrawal);
      move(drug, -withdrawal.quantity, 'dispensed', withdrawal);
    },
    save: () => {
      for (const drug of moved) store.run(drug.onHand, drug.id);
      moved.clear();
    },
  };
}
