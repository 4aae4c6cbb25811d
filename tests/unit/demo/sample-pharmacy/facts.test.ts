import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { createPharmacy, databaseFile, knownFacts, workDay } from '../../../../demo/sample-pharmacy/index.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { listing } from './listing.ts';

let scratch: Scratch;
let db: Database.Database;

beforeAll(() => {
  scratch = scratchFolder();
  createPharmacy(scratch.path, { size: 2_000_000 });
  workDay(scratch.path);
  db = new Database(join(scratch.path, databaseFile), { readonly: true });
});

afterAll(() => {
  db.close();
  scratch.remove();
});

/** All rows of a table, counted here and not by SQL. */
function rows(table: string): Record<string, string | number | null>[] {
  return db.prepare<[], Record<string, string | number | null>>(`SELECT * FROM ${table}`).all();
}

describe('knownFacts', () => {
  test('agrees with the rows', () => {
    const facts = knownFacts(scratch.path);
    const prescriptions = rows('prescriptions');
    expect(facts.prescriptions).toBe(prescriptions.length);
    expect(facts.lastRxNumber).toBe(Math.max(...prescriptions.map((row) => Number(row['rx_number']))));
    expect(facts.patients).toBe(rows('patients').length);
    expect(facts.fillsToday).toBe(rows('fills').filter((row) => row['filled_on'] === facts.today).length);
    expect(facts.newestScan).toBe(prescriptions.findLast((row) => row['scan'] !== null)?.['scan']);
    expect(existsSync(join(scratch.path, facts.newestScan))).toBe(true);
  });

  test('counts a controlled substance as the sum of its log', () => {
    const { controlled } = knownFacts(scratch.path);
    const drug = rows('drugs').find((row) => `${row['name']} ${row['strength']}` === controlled.drug);
    const entries = rows('controlled_log').filter((row) => row['drug_id'] === drug?.['id']);
    const opening = Number(entries[0]?.['balance']);
    expect(controlled.schedule).toBe('II');
    expect(entries.length).toBeGreaterThan(3);
    expect(controlled.onHand).toBe(entries.reduce((sum, row) => sum + Number(row['change']), opening));
    expect(controlled.onHand).toBe(drug?.['on_hand']);
  });

  test('answers for a chosen substance and refuses one that is not controlled', () => {
    expect(knownFacts(scratch.path, 'Tramadol 50 mg').controlled).toMatchObject({ drug: 'Tramadol 50 mg', schedule: 'IV' });
    expect(() => knownFacts(scratch.path, 'Lisinopril 10 mg')).toThrow('no controlled substance called Lisinopril 10 mg');
  });

  test('changes no file and leaves none beside the database', () => {
    const before = listing(scratch.path);
    knownFacts(scratch.path);
    expect(listing(scratch.path)).toEqual(before);
  });
});

describe('the sample database', () => {
  test('is sound and its references hold', () => {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });

  test('never refills Schedule II and never lets a shelf go below zero', () => {
    const refilled = db.prepare<[], number>(
      `SELECT count(*) FROM (SELECT p.rx_number FROM prescriptions p JOIN drugs d ON d.id = p.drug_id JOIN fills f ON f.rx_number = p.rx_number
       WHERE d.schedule = 'II' GROUP BY p.rx_number HAVING count(*) > 1)`,
    );
    expect(refilled.pluck().get()).toBe(0);
    expect(rows('controlled_log').every((row) => Number(row['balance']) >= 0)).toBe(true);
  });

  test('knows exactly the scans that lie in the folder', () => {
    const inFolder = [...listing(scratch.path).keys()].filter((path) => path.endsWith('.png')).sort();
    const inDatabase = rows('prescriptions')
      .flatMap((row) => (row['scan'] === null ? [] : [String(row['scan'])]))
      .sort();
    expect(inFolder).toEqual(inDatabase);
  });
});
