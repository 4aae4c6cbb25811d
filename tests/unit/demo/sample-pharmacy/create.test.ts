import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createPharmacy, databaseFile } from '../../../../demo/sample-pharmacy/index.ts';
import { withScratch } from '../../../support/scratch.ts';
import { listing } from './listing.ts';

const small = { size: 2_000_000 } as const;

describe('createPharmacy', () => {
  test('gives the same names, bytes and times for the same seed', async () => {
    await withScratch((scratch) => {
      createPharmacy(join(scratch, 'one'), { ...small, seed: 'a' });
      createPharmacy(join(scratch, 'two'), { ...small, seed: 'a' });
      const one = listing(join(scratch, 'one'));
      expect(one.size).toBeGreaterThan(20);
      expect(listing(join(scratch, 'two'))).toEqual(one);
    });
  });

  test('gives another pharmacy for another seed', async () => {
    await withScratch((scratch) => {
      createPharmacy(join(scratch, 'one'), { ...small, seed: 'a' });
      createPharmacy(join(scratch, 'two'), { ...small, seed: 'b' });
      expect(listing(join(scratch, 'two')).get(databaseFile)).not.toBe(listing(join(scratch, 'one')).get(databaseFile));
    });
  });

  test.each([2_000_000, 12_000_000])('takes about the asked size: %d bytes', async (size) => {
    await withScratch((scratch) => {
      createPharmacy(join(scratch, 'pharmacy'), { size });
      const bytes = [...listing(join(scratch, 'pharmacy')).keys()]
        .map((path) => lstatSync(join(scratch, 'pharmacy', path)))
        .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
      expect(bytes).toBeGreaterThan(size * 0.75);
      expect(bytes).toBeLessThan(size * 1.25);
    });
  });

  test('gives every entry a time of the simulated history, none of today', async () => {
    await withScratch((scratch) => {
      const folder = join(scratch, 'pharmacy');
      createPharmacy(folder, { ...small, day: '2026-11-20' });
      for (const path of ['.', ...listing(folder).keys()]) {
        const { mtimeMs } = lstatSync(join(folder, path));
        expect(mtimeMs).toBeLessThanOrEqual(Date.parse('2026-11-20T18:00:00Z'));
        expect(mtimeMs % 1000).toBe(0);
      }
    });
  });

  test('makes scans that are PNG files of 30 to 200 kB', async () => {
    await withScratch((scratch) => {
      const folder = join(scratch, 'pharmacy');
      const { scans } = createPharmacy(folder, small);
      const files = [...listing(folder).keys()].filter((path) => path.endsWith('.png'));
      expect(files).toHaveLength(scans);
      for (const file of files) {
        expect(file).toMatch(/^scans\/2026\/\d\d\/RX\d{6}\.png$/);
        expect(firstBytes(join(folder, file)).toString('hex')).toBe('89504e470d0a1a0a');
        expect(lstatSync(join(folder, file)).size).toBeGreaterThan(29_000);
        expect(lstatSync(join(folder, file)).size).toBeLessThan(202_000);
      }
    });
  });

  test('leaves an empty inbox and claim logs in time order', async () => {
    await withScratch((scratch) => {
      const folder = join(scratch, 'pharmacy');
      createPharmacy(folder, small);
      expect(readdirSync(join(folder, 'scans/inbox'))).toEqual([]);
      const lines = readFileSync(join(folder, 'claims/2026/claims-2026-11.log'), 'utf8').trimEnd().split('\n');
      const times = lines.map((line) => line.slice(0, 19));
      expect(times.length).toBeGreaterThan(50);
      expect(times).toEqual([...times].sort());
    });
  });

  test('refuses a folder with something in it, and a Sunday', async () => {
    await withScratch((scratch) => {
      writeFileSync(join(scratch, 'mine.txt'), 'mine');
      expect(() => createPharmacy(scratch, small)).toThrow('not an empty folder');
      expect(() => createPharmacy(join(scratch, 'new'), { ...small, day: '2026-11-22' })).toThrow('closed on 2026-11-22');
      expect(readdirSync(scratch)).toEqual(['mine.txt']);
    });
  });
});

function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  const bytes = Buffer.alloc(8);
  readSync(file, bytes, 0, 8, 0);
  closeSync(file);
  return bytes;
}
