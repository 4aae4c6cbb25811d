import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { check, prune } from '../../src/main/engine/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { resticOk } from '../support/restic.ts';
import { PASSWORD, Workshop } from '../support/workshop.ts';

const BACKUPS = 70;

describe('many small backups', () => {
  const shop = new Workshop();
  let repo = '';
  let source = '';

  beforeAll(async () => {
    repo = await shop.repository();
    source = shop.path('source');
    mkdirSync(source);
    for (let i = 0; i < BACKUPS; i++) {
      appendFileSync(`${source}/claims.log`, `claim ${i}\n`);
      await shop.backup(repo, [source]);
    }
  });
  afterAll(async () => await shop.close());

  const indexFiles = async (): Promise<{ there: number; superseded: number }> =>
    await shop.within(repo, 'reading', async ({ repository }) => {
      await repository.loadIndex();
      const there = await repository.list('index');
      return { there: there.length, superseded: there.filter(({ name }) => repository.supersededIndexFiles.has(name)).length };
    });

  test('leave few index files to read although nothing was deleted', async () => {
    const { there, superseded } = await indexFiles();
    expect(there).toBe(BACKUPS);
    expect(there - superseded).toBeLessThan(40);
  });

  test('are sound, and tell nothing of files that were superseded', async () => {
    expect(await shop.within(repo, 'reading', async (session) => await check(session, { readData: 'all' }))).toMatchObject({
      sound: true,
      findings: [],
    });
  });

  test('a merged index file that is damaged takes nothing away', async () => {
    const before = await shop.within(repo, 'reading', async ({ repository }) => {
      await repository.loadIndex();
      return { size: repository.index.size, merged: (await repository.list('index')).toSorted((a, b) => b.size - a.size)[0]?.name };
    });
    await shop.within(repo, 'exclusive', async ({ repository }) => await repository.removeFile('index', String(before.merged)));
    const after = await shop.within(repo, 'reading', async ({ repository }) => {
      await repository.loadIndex();
      return new Set([...repository.index.entries()].map(({ id, pack }) => `${id} ${pack}`)).size;
    });
    // The run that merged named its own blobs in that file too (a line of the log and the folders above it): only those are unknown now.
    expect(before.size - after).toBeLessThanOrEqual(8);
    expect(after).toBeGreaterThan(BACKUPS * 2);
  });

  describeWith('restic', 'for stock restic', () => {
    test('are a repository like any other, and maintenance tidies up', async () => {
      await resticOk(['rebuild-index'], { repo, password: PASSWORD });
      expect(await resticOk(['check', '--read-data'], { repo, password: PASSWORD })).toContain('no errors were found');
      writeFileSync(`${source}/one-more`, 'x');
      await shop.backup(repo, [source]);
      await shop.within(repo, 'exclusive', async (session) => await prune(session, { maxUnused: { percent: 0 } }));
      expect(await indexFiles()).toMatchObject({ superseded: 0 });
      expect(await resticOk(['check', '--read-data'], { repo, password: PASSWORD })).toContain('no errors were found');
    });
  });
});
