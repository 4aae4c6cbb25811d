import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { check, copy, restore } from '../../src/main/engine/index.ts';
import { contentsBelow } from '../support/wasteful-site.ts';
import { describeWith } from '../support/describe-with.ts';
import { resticOk } from '../support/restic.ts';
import { PASSWORD, Workshop } from '../support/workshop.ts';

describe('a repository whose config is gone', () => {
  const shop = new Workshop();
  let repo = '';
  let twin = '';
  let source = '';

  beforeAll(async () => {
    repo = await shop.repository();
    twin = shop.path('twin');
    source = shop.path('source');
    mkdirSync(source);
    writeFileSync(`${source}/rx.csv`, 'one\n');
    await shop.backup(repo, [source]);
    await shop.within(repo, 'reading', async (from) => {
      await shop.engine.initFrom(twin, from);
      await shop.within(twin, 'appending', async (to) => await copy(from, to));
    });
    rmSync(`${repo}/config`);
  });
  afterAll(async () => await shop.close());

  test('is told from a place without a repository', async () => {
    await expect(shop.engine.assertPresent(repo)).rejects.toMatchObject({ code: 'config-missing', data: { location: repo } });
    await expect(shop.engine.open(repo, PASSWORD, 'reading')).rejects.toMatchObject({ code: 'config-missing' });
    await expect(shop.engine.init(repo, PASSWORD)).rejects.toMatchObject({ code: 'repository-exists' });
    mkdirSync(shop.path('empty'));
    for (const place of ['empty', 'nowhere'])
      await expect(shop.engine.assertPresent(shop.path(place))).rejects.toMatchObject({ code: 'repository-not-found' });
  });

  test('an init that was interrupted is none yet', async () => {
    const begun = await shop.repository('begun');
    rmSync(`${begun}/config`);
    await expect(shop.engine.assertPresent(begun)).rejects.toMatchObject({ code: 'repository-not-found' });
  });

  test('opens with the config of another place that has the same keys', async () => {
    copyFileSync(`${twin}/config`, `${repo}/config`);
    expect(await shop.within(repo, 'reading', async (session) => await check(session, { readData: 'all' }))).toMatchObject({ sound: true });
    const target = shop.path('target');
    await shop.within(repo, 'reading', async (session) => await restore(session, { snapshot: `latest:${source}`, target }));
    expect(contentsBelow(target)).toEqual({ 'rx.csv': 'one\n' });
  });

  describeWith('restic', 'for stock restic', () => {
    test('it is whole again, too', async () => {
      expect(await resticOk(['check', '--read-data'], { repo, password: PASSWORD })).toContain('no errors were found');
    });
  });
});
