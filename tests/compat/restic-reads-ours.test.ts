import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { check, forget, listSnapshots, prune, restore } from '../../src/main/engine/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { makeOddTree } from '../support/odd-tree.ts';
import { resticOk } from '../support/restic.ts';
import { treeFacts } from '../support/trees.ts';
import { PASSWORD, Workshop } from '../support/workshop.ts';

describeWith('restic', 'stock restic and a repository of ours', () => {
  const shop = new Workshop();
  let repo = '';
  let source = '';

  beforeAll(async () => {
    source = shop.path('source');
    makeOddTree(source);
    repo = await shop.repository();
    expect(await shop.backup(repo, [source], { tags: ['first'] })).toMatchObject({ outcome: 'completed', warnings: [] });
  });
  afterAll(async () => await shop.close());

  const restic = async (...args: string[]): Promise<string> => await resticOk(args, { repo, password: PASSWORD });

  test('restic check --read-data finds nothing wrong', async () => {
    expect(await restic('check', '--read-data')).toContain('no errors were found');
  });

  test('restic restores the same tree', async () => {
    await restic('restore', 'latest', '--target', shop.path('by-restic'));
    const restored = treeFacts(shop.path('by-restic') + source);
    const original = treeFacts(source);
    // restic 0.14 cannot keep a link target that is not UTF-8; everything else must agree.
    delete restored['/link to bytes'];
    delete original['/link to bytes'];
    expect(restored).toEqual(original);
  });

  test('restic lists, dumps and finds what is in it', async () => {
    const snapshots = JSON.parse(await restic('snapshots', '--json')) as { paths: string[]; tags: string[] }[];
    expect(snapshots).toMatchObject([{ paths: [source], tags: ['first'] }]);
    expect(await restic('dump', 'latest', `${source}/plain.txt`)).toBe('one line\n');
    expect(await restic('find', 'bottom')).toContain('deep/deep/bottom');
  });

  test('restic backs up on top of our snapshot without reading anything again', async () => {
    const summary = (await restic('backup', source, '--json')).trim().split('\n').at(-1) as string;
    expect(JSON.parse(summary)).toMatchObject({ files_new: 0, files_changed: 0, data_blobs: 0 });
  });

  test('both write to one repository in turn, forget, prune, and both find it sound', async () => {
    writeFileSync(`${source}/text.log`, `${readFileSync(`${source}/text.log`, 'utf8')}one more claim\n`);
    expect(await shop.backup(repo, [source])).toMatchObject({ outcome: 'completed', counts: { filesChanged: 1, filesNew: 0 } });
    writeFileSync(`${source}/by-restic-next`, 'written between two tools');
    await restic('backup', source);
    await shop.backup(repo, [source]);
    await restic('forget', '--keep-last', '3', '--prune', '--repack-uncompressed');
    await shop.within(repo, 'exclusive', async (session) => {
      const { forgotten } = await forget(session, { policy: { last: 2 } });
      expect(forgotten).toHaveLength(1);
      expect(await prune(session, { maxUnused: { percent: 0 } })).toMatchObject({ executed: true });
    });
    expect(await restic('check', '--read-data')).toContain('no errors were found');
    const { checked, snapshots } = await shop.within(repo, 'reading', async (session) => ({
      checked: await check(session, { readData: 'all' }),
      snapshots: await listSnapshots(session),
    }));
    expect(checked).toMatchObject({ sound: true, findings: [] });
    expect(snapshots.snapshots).toHaveLength(2);
  });

  test('what restic wrote into our repository we restore', async () => {
    mkdirSync(shop.path('ours'));
    await restic('backup', source, '--tag', 'by-restic');
    const result = await shop.within(
      repo,
      'reading',
      async (session) =>
        await restore(session, { snapshot: `latest:${source}`, filter: { tags: [['by-restic']] }, target: shop.path('ours') }),
    );
    expect(result).toMatchObject({ outcome: 'completed', warnings: [] });
    expect(existsSync(shop.path('ours', 'by-restic-next'))).toBe(true);
    const [restored, original] = [treeFacts(shop.path('ours')), treeFacts(source)];
    delete restored['/link to bytes'];
    delete original['/link to bytes'];
    expect(restored).toEqual(original);
  });
});
