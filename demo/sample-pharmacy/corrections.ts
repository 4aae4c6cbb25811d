import type { Database } from 'better-sqlite3';
import { inventAddress, inventPhone } from './people.ts';
import type { Random } from './random.ts';

/** A change to one row somewhere in a table. */
type Correction = (random: Random) => void;

/** Changes `count` rows at random places, as a day brings: people move, fills are picked up, claims come back paid. */
export function correctRows(db: Database, random: Random, count: number): void {
  const kinds = [movedHouse(db), newPhone(db), pickedUp(db), claimReversed(db)] as const;
  for (let i = 0; i < count; i++) random.pick(kinds)(random);
}

function movedHouse(db: Database): Correction {
  const update = db.prepare<[string, number]>('UPDATE patients SET address = ? WHERE id = ?');
  const patients = highest(db, 'patients');
  return (random) => update.run(inventAddress(random), random.between(1, patients));
}

function newPhone(db: Database): Correction {
  const update = db.prepare<[string, number]>('UPDATE patients SET phone = ? WHERE id = ?');
  const patients = highest(db, 'patients');
  return (random) => update.run(inventPhone(random), random.between(1, patients));
}

function pickedUp(db: Database): Correction {
  const update = db.prepare<[number]>('UPDATE fills SET picked_up = 1 - picked_up WHERE id = ?');
  const fills = highest(db, 'fills');
  return (random) => update.run(random.between(1, fills));
}

function claimReversed(db: Database): Correction {
  const update = db.prepare<[number]>(`UPDATE claims SET status = 'reversed', paid_cents = 0, copay_cents = 0 WHERE id = ?`);
  const claims = highest(db, 'claims');
  return (random) => update.run(random.between(1, claims));
}

function highest(db: Database, table: 'patients' | 'fills' | 'claims'): number {
  return db.prepare<[], number | null>(`SELECT max(id) FROM ${table}`).pluck().get() ?? 0;
}
