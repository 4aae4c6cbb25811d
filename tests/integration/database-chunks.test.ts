import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createPharmacy, databaseFile, workDay } from '../../demo/sample-pharmacy/index.ts';
import { backup, check, restore } from '../../src/main/engine/index.ts';
import { resticOk } from '../support/restic.ts';
import { describeWith } from '../support/describe-with.ts';
import { PASSWORD, Workshop } from '../support/workshop.ts';

/** Repeatable lines, each of its own content. */
function lines(count: number, from = 0): string {
  return Array.from(
    { length: count },
    (_, i) => `INSERT INTO fills VALUES (${from + i}, ${((from + i) * 7919) % 100_003}, '2026-01-05');`,
  ).join('\n');
}

describe('a database whose rows change', () => {
  const shop = new Workshop();
  let repo = '';
  beforeAll(async () => {
    repo = await shop.repository();
  });
  afterAll(async () => await shop.close());

  test('a busy day costs little: only the touched pages are stored', async () => {
    const pharmacy = shop.path('pharmacy');
    createPharmacy(pharmacy, { size: 60_000_000, seed: 'chunks' });
    const database = `${pharmacy}/${databaseFile}`;
    const size = readFileSync(database).length;
    await shop.backup(repo, [database]);
    workDay(pharmacy);
    const day = await shop.backup(repo, [database]);
    expect(day.counts.bytesAdded).toBeLessThan(size / 3);
    // In pieces of a megabyte nearly all of a database of this size would be stored again.
    const copy = shop.path('copy-under-a-name-that-says-nothing');
    copyFileSync(database, copy);
    expect((await shop.backup(repo, [copy])).counts.dataBlobs).toBe(0);
  });

  test('ten changed pages of ten megabytes are ten small blobs', async () => {
    const file = shop.path('told.bin');
    const bytes = Buffer.alloc(10_000_000);
    for (let i = 0; i < bytes.length; i += 4) bytes.writeUInt32LE(Math.imul(i, 2654435761) >>> 0, i);
    writeFileSync(file, bytes);
    const request = { layouts: { pages: ['told.bin'] } };
    await shop.backup(repo, [file], request);
    const descriptor = openSync(file, 'r+');
    for (let page = 0; page < 10; page++) writeSync(descriptor, 'changed', page * 999_999);
    closeSync(descriptor);
    const { counts } = await shop.backup(repo, [file], request);
    expect(counts.dataBlobs).toBe(10);
    expect(counts.bytesStored).toBeLessThan(400_000);
  });

  test('a line put into a dump moves nothing else', async () => {
    const dump = async (text: string): Promise<number> => {
      const source = {
        kind: 'stream',
        name: 'rx.sql',
        layout: 'dump',
        expectedBytes: 10_000_000,
        open: async function* () {
          yield Buffer.from(text);
        },
      } as const;
      const { counts } = await shop.within(repo, 'appending', async (session) => await backup(session, { source }));
      return counts.bytesAdded;
    };
    await dump(lines(200_000));
    expect(await dump(`${lines(70_000)}\n-- one more line\n${lines(130_000, 70_000)}`)).toBeLessThan(400_000);
  });

  test('the repository is sound and restores the same bytes', async () => {
    mkdirSync(shop.path('back'));
    await shop.within(repo, 'reading', async (session) => {
      expect(await check(session, { readData: 'all' })).toMatchObject({ sound: true, findings: [] });
      await restore(session, { snapshot: `latest:${shop.path()}`, filter: { paths: [shop.path('told.bin')] }, target: shop.path('back') });
    });
    expect(readFileSync(shop.path('back', 'told.bin')).equals(readFileSync(shop.path('told.bin')))).toBe(true);
  });

  describeWith('restic', 'for stock restic', () => {
    test('it is a repository like any other', async () => {
      expect(await resticOk(['check', '--read-data'], { repo, password: PASSWORD })).toContain('no errors were found');
    });
  });
});
