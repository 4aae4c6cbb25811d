import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { createPharmacy, databaseFile, knownFacts, workDay } from '../../../../demo/sample-pharmacy/index.ts';
import { withScratch } from '../../../support/scratch.ts';
import { listing } from './listing.ts';

const options = { size: 2_000_000, day: '2026-11-20' } as const;
const log = 'claims/2026/claims-2026-11.log';

describe('workDay', () => {
  test('changes the database, appends to the month log, adds the scans, and touches nothing else', async () => {
    await withScratch((folder) => {
      createPharmacy(folder, options);
      const before = listing(folder);
      const logBefore = readFileSync(join(folder, log), 'utf8');
      const worked = workDay(folder, { scans: 5 });
      const after = listing(folder);
      const isFolderTime = (path: string): boolean => after.get(path)?.endsWith('folder') ?? false;
      const changed = [...after.keys()].filter((path) => before.get(path) !== after.get(path) && !isFolderTime(path));
      const scans = changed.filter((path) => path.endsWith('.png'));
      expect(worked).toMatchObject({ day: '2026-11-21', scans: 5 });
      expect(scans).toHaveLength(5);
      expect(scans.every((path) => !before.has(path))).toBe(true);
      expect(changed.filter((path) => !path.endsWith('.png'))).toEqual([log, databaseFile]);
      expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
      expect(readFileSync(join(folder, log), 'utf8').startsWith(logBefore)).toBe(true);
      expect(readFileSync(join(folder, log), 'utf8').length).toBeGreaterThan(logBefore.length);
    });
  });

  test('moves what the pharmacist knows by what it says', async () => {
    await withScratch((folder) => {
      createPharmacy(folder, options);
      const before = knownFacts(folder);
      const worked = workDay(folder, { newPrescriptions: 30, refills: 20 });
      const after = knownFacts(folder);
      expect(after.today).toBe('2026-11-21');
      expect(after.lastRxNumber).toBe(before.lastRxNumber + 30);
      expect(after.prescriptions).toBe(before.prescriptions + 30);
      expect(after.fillsToday).toBe(worked.fills);
      expect(after.newestScan).not.toBe(before.newestScan);
    });
  });

  test('changes rows at random places of old tables', async () => {
    await withScratch((folder) => {
      createPharmacy(folder, options);
      const before = addresses(folder);
      workDay(folder, { newPrescriptions: 0, refills: 0, scans: 0, corrections: 200 });
      const after = addresses(folder);
      const changed = after.filter((line, index) => line !== before[index]).length;
      expect(after).toHaveLength(before.length);
      expect(changed).toBeGreaterThan(20);
      expect(changed).toBeLessThanOrEqual(200);
    });
  });

  test('gives the same bytes for the same day, and goes on to the next open day', async () => {
    await withScratch((scratch) => {
      const [one, two] = [join(scratch, 'one'), join(scratch, 'two')];
      createPharmacy(one, options);
      cpSync(one, two, { recursive: true, preserveTimestamps: true });
      for (const folder of [one, two]) {
        workDay(folder);
        // The 22nd is a Sunday.
        expect(workDay(folder).day).toBe('2026-11-23');
      }
      expect(content(listing(two))).toEqual(content(listing(one)));
    });
  });

  test('refuses a day that is in the books', async () => {
    await withScratch((folder) => {
      createPharmacy(folder, options);
      const before = listing(folder);
      expect(() => workDay(folder, { day: '2026-11-20' })).toThrow('in the books already');
      expect(listing(folder)).toEqual(before);
    });
  });
});

function addresses(folder: string): string[] {
  const db = new Database(join(folder, databaseFile), { readonly: true });
  try {
    return db.prepare<[], string>(`SELECT address || phone FROM patients ORDER BY id`).pluck().all();
  } finally {
    db.close();
  }
}

/** Without the times: copying has moved those of the folders. */
function content(entries: Map<string, string>): [string, string | undefined][] {
  return [...entries].map(([path, entry]) => [path, entry.split(' ')[1]]);
}
