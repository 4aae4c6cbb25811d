import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import {
  changePassword,
  check,
  copy,
  type CopyResult,
  listSnapshots,
  prune,
  repairAndForgetSnapshots,
  repairIndex,
} from '../../src/main/engine/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { makeOddTree } from '../support/odd-tree.ts';
import { resticOk, type ResticOptions } from '../support/restic.ts';
import { PASSWORD, Workshop } from '../support/workshop.ts';

describeWith('restic', 'copies beside restic', () => {
  const shop = new Workshop();
  afterAll(async () => await shop.close());

  const optionsFor = (repo: string, from?: string): ResticOptions => ({
    repo,
    password: PASSWORD,
    ...(from !== undefined && { env: { RESTIC_FROM_REPOSITORY: from, RESTIC_FROM_PASSWORD: PASSWORD } }),
  });

  const copyOver = async (from: string, to: string): Promise<CopyResult> =>
    await shop.within(from, 'reading', async (source) => await shop.within(to, 'appending', async (target) => await copy(source, target)));

  /** A repository by restic, whose key is made cheap: many programs open it. */
  const make = async (repository: string, version: string): Promise<void> => {
    await resticOk(['init', '--repository-version', version], optionsFor(repository));
    await shop.within(repository, 'exclusive', async (session) => await changePassword(session, PASSWORD));
  };

  /** Two backups, one by us and one by restic. */
  const fill = async (repository: string, name: string): Promise<void> => {
    const source = shop.path(name);
    makeOddTree(source);
    await shop.backup(repository, [source], { tags: ['ours', 'a'], exclude: { patterns: ['*.tmp', 'x'] } });
    writeFileSync(join(source, 'more'), 'more');
    await resticOk(['backup', source, '--tag', 'theirs', '--exclude', '*.tmp'], optionsFor(repository));
  };

  const expectSound = async (repository: string): Promise<void> => {
    expect(await resticOk(['check', '--read-data'], optionsFor(repository))).toContain('no errors were found');
    await shop.within(repository, 'reading', async (session) => {
      expect(await check(session, { readData: 'all' })).toMatchObject({ sound: true, findings: [], snapshots: 2 });
    });
  };

  test.each([
    ['1', '2'],
    ['2', '1'],
  ])('from version %s to version %s: what we copied restic finds copied, and the other way round', async (from, to) => {
    const [source, ours, theirs] = [shop.path(`from-${from}${to}`), shop.path(`ours-${from}${to}`), shop.path(`theirs-${from}${to}`)];
    await make(source, from);
    for (const target of [ours, theirs]) await make(target, to);
    await fill(source, `source-${from}${to}`);

    expect(await copyOver(source, ours)).toMatchObject({ outcome: 'completed', copied: [{}, {}] });
    await expectSound(ours);
    expect(await resticOk(['copy', '-v'], optionsFor(ours, source))).toMatch(/already copied[\s\S]*already copied/);

    await resticOk(['copy'], optionsFor(theirs, source));
    await expectSound(theirs);
    expect(await copyOver(source, theirs)).toMatchObject({ copied: [], present: [{}, {}], blobsCopied: 0 });

    // And back to where they come from, each by the other program.
    expect(await copyOver(theirs, source)).toMatchObject({ copied: [], present: [{}, {}], blobsCopied: 0 });
    await resticOk(['copy'], optionsFor(source, ours));
    await expectSound(source);
    const restored = [];
    for (const repository of [source, ours, theirs]) {
      const target = shop.path(`restored-${restored.length}-${from}${to}`);
      await resticOk(['restore', 'latest', '--target', target], optionsFor(repository));
      restored.push(readdirSync(target, { recursive: true }).length);
      expect(statSync(join(target, shop.path(`source-${from}${to}`), 'more')).size).toBe(4);
    }
    expect(new Set(restored).size).toBe(1);
  });

  test('a repository made from another opens with its passwords, for restic too', async () => {
    const original = await shop.repository('original');
    await fill(original, 'source-keys');
    await shop.within(original, 'reading', async (from) => await shop.engine.initFrom(shop.path('copies'), from));
    await resticOk(['copy'], optionsFor(shop.path('copies'), original));
    await expectSound(shop.path('copies'));
    expect(await copyOver(original, shop.path('copies'))).toMatchObject({ copied: [], present: [{}, {}] });
  });

  test('what we repaired is sound for restic', async () => {
    const repository = await shop.repository('damaged');
    await fill(repository, 'source-damaged');
    const packs = readdirSync(join(repository, 'data'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const contentOnly = await shop.within(repository, 'reading', async ({ repository: reading }) => {
      await reading.loadIndex();
      return new Set([...reading.index.entries()].filter(({ type }) => type === 'data').map(({ pack }) => pack));
    });
    const lost = packs.find(({ name }) => contentOnly.has(name));
    rmSync(join(lost?.parentPath ?? '', lost?.name ?? ''));
    await shop.within(repository, 'exclusive', async (session) => {
      await repairIndex(session);
      expect(await repairAndForgetSnapshots(session)).toMatchObject({ outcome: 'completed-with-warnings' });
      await prune(session, { maxUnused: { bytes: 0 } });
      const { snapshots } = await listSnapshots(session);
      expect(snapshots.length).toBeGreaterThan(0);
      for (const { snapshot } of snapshots.filter(({ snapshot: { original } }) => original !== undefined))
        expect(snapshot.tags).toContain('repaired');
    });
    expect(await resticOk(['check', '--read-data'], optionsFor(repository))).toContain('no errors were found');
    await resticOk(['restore', 'latest', '--target', shop.path('restored-damaged')], optionsFor(repository));
  });
});
