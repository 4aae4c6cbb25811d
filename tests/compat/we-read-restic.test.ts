import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { check, forget, listSnapshots, prune, type ReadingSession, restore } from '../../src/main/engine/index.ts';
import { decodeTree, encodeTree } from '../../src/main/engine/format/tree.ts';
import { describeWith } from '../support/describe-with.ts';
import { FIXTURE_PASSWORD, unpackFixtures } from '../support/fixtures.ts';
import { makeOddTree } from '../support/odd-tree.ts';
import { resticOk } from '../support/restic.ts';
import { treeFacts } from '../support/trees.ts';
import { PASSWORD, Workshop } from '../support/workshop.ts';

describe('repositories made by restic 0.19', () => {
  const shop = new Workshop();
  let fixtures = { v1: '', v2: '' };
  beforeAll(() => {
    fixtures = unpackFixtures(shop.path());
  });
  afterAll(async () => await shop.close());

  describe.each(['v1', 'v2'] as const)('%s', (version) => {
    const within = async <T>(work: (session: ReadingSession) => Promise<T>): Promise<T> =>
      await shop.within(fixtures[version], 'reading', work, FIXTURE_PASSWORD);

    test('is sound', async () => {
      expect(await within(async (session) => await check(session, { readData: 'all' }))).toMatchObject({
        sound: true,
        findings: [],
        snapshots: 2,
      });
    });

    test('lists and restores both snapshots', async () => {
      const { snapshots } = await within(async (session) => await listSnapshots(session));
      expect(snapshots.map(({ snapshot }) => snapshot.tags)).toEqual([['first'], ['second']]);
      const texts = [];
      for (const { id } of snapshots) {
        const target = shop.path(`restored-${version}-${id.slice(0, 8)}`);
        const result = await within(async (session) => await restore(session, { snapshot: id, target, verify: true }));
        expect(result).toMatchObject({ outcome: 'completed', warnings: [] });
        texts.push(treeFacts(target));
      }
      const [first, second] = texts as [ReturnType<typeof treeFacts>, ReturnType<typeof treeFacts>];
      const changed = Object.keys(second).filter((path) => second[path]?.hash !== first[path]?.hash);
      // In v1 `hard` is a hard link to plain.txt, where a line was added, and first by name; in v2 it is a file of its own.
      expect(changed).toEqual([version === 'v1' ? '/src/hard' : '/src/plain.txt']);
      expect(
        Object.values(first).some((node) => node.extended_attributes?.some(({ name, value }) => name === 'user.note' && value === 'AP92')),
      ).toBe(true);
      expect(Object.values(first).some((node) => /\.\d{9}Z$/.test(node.mtime ?? ''))).toBe(true);
      expect(Object.keys(first).some((path) => !path.isWellFormed())).toBe(true);
    });

    test('every tree is written back byte for byte: restic can rewrite what we write', async () => {
      await within(async ({ repository }) => {
        await repository.loadIndex();
        const trees = [...repository.index.entries()].filter(({ type }) => type === 'tree');
        expect(trees.length).toBeGreaterThan(2);
        for (const { id } of trees) {
          const bytes = await repository.loadBlob('tree', id);
          expect(encodeTree(decodeTree(id, bytes)).toString()).toBe(Buffer.from(bytes).toString());
        }
      });
    });

    test('another key of the same repository opens it; a wrong one does not', async () => {
      if (version === 'v2')
        expect(await shop.within(fixtures.v2, 'reading', async ({ repository }) => repository.config.version, 'second-slot')).toBe(2);
      await expect(shop.engine.open(fixtures[version], 'wrong', 'reading')).rejects.toMatchObject({ code: 'wrong-password' });
    });

    test('we back up into it, forget and prune, and it stays sound', async () => {
      const source = shop.path(`more-${version}`);
      makeOddTree(source);
      expect(await shop.backup(fixtures[version], [source], {}, FIXTURE_PASSWORD)).toMatchObject({ outcome: 'completed' });
      await shop.within(
        fixtures[version],
        'exclusive',
        async (session) => {
          await forget(session, { policy: { last: 1 } });
          expect(await prune(session, { maxUnused: { percent: 0 } })).toMatchObject({ executed: true });
          expect(await check(session, { readData: 'all' })).toMatchObject({ sound: true, findings: [] });
        },
        FIXTURE_PASSWORD,
      );
    });
  });
});

describeWith('restic', 'repositories made by the restic of this machine', () => {
  const shop = new Workshop();
  afterAll(async () => await shop.close());

  test.each(['1', '2'])('version %s: checked, restored, continued, and sound for restic again', async (version) => {
    const repo = shop.path(`repo-${version}`);
    const source = shop.path(`source-${version}`);
    makeOddTree(source);
    const options = { repo, password: PASSWORD };
    await resticOk(['init', '--repository-version', version], options);
    await resticOk(['backup', source], options);

    const restored = shop.path(`restored-${version}`);
    await shop.within(repo, 'reading', async (session) => {
      expect(await check(session, { readData: 'all' })).toMatchObject({ sound: true, findings: [] });
      expect(await restore(session, { snapshot: `latest:${source}`, target: restored })).toMatchObject({
        outcome: 'completed',
        warnings: [],
      });
    });
    const [now, before] = [treeFacts(restored), treeFacts(source)];
    delete now['/link to bytes']; // restic 0.14 stored its target as text.
    delete before['/link to bytes'];
    expect(now).toEqual(before);

    expect(await shop.backup(repo, [source])).toMatchObject({
      outcome: 'completed',
      counts: { filesNew: 0, filesChanged: 0, dataBlobs: 0 },
    });
    await shop.within(repo, 'exclusive', async (session) => {
      await forget(session, { policy: { last: 1 } });
      await prune(session, { maxUnused: { percent: 0 } });
    });
    expect(await resticOk(['check', '--read-data'], options)).toContain('no errors were found');
  });
});
