import { linkSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  diff,
  type DiffSide,
  type DiffStatistics,
  find,
  findObjects,
  type FindRequest,
  type ReadingSession,
  stats,
  type StatsMode,
} from '../../src/main/engine/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { resticOk } from '../support/restic.ts';
import { PASSWORD, Workshop } from '../support/workshop.ts';

describeWith('restic', 'find, diff and stats beside restic', () => {
  const shop = new Workshop(1);
  const options = { repo: shop.path('repo'), password: PASSWORD };
  let ids: [string, string] = ['', ''];
  let session: ReadingSession;

  beforeAll(async () => {
    const source = shop.path('source');
    mkdirSync(`${source}/scans/2026`, { recursive: true });
    mkdirSync(`${source}/other/deep/er`, { recursive: true });
    const write = (name: string, content: string): void => writeFileSync(`${source}/${name}`, content);
    write('rx.db', 'row\n'.repeat(60_000));
    write('empty', '');
    write('scans/2026/a.png', 'picture');
    write('scans/2026/B.PNG', 'picture');
    write('other/gone.csv', 'goes');
    write('other/deep/er/stays.csv', 'stays');
    symlinkSync('rx.db', `${source}/link`);
    linkSync(`${source}/rx.db`, `${source}/twin.db`);
    utimesSync(`${source}/other/deep/er/stays.csv`, 1_500_000_000, 1_500_000_000);
    await resticOk(['init'], options);
    await resticOk(['backup', 'source'], { ...options, cwd: shop.path() });
    rmSync(`${source}/other/gone.csv`);
    write('rx.db', 'row\n'.repeat(60_000) + 'more\n');
    write('scans/2026/c.png', 'picture');
    mkdirSync(`${source}/fresh`);
    write('fresh/n.csv', 'new content');
    symlinkSync('nowhere', `${source}/fresh/link`);
    await resticOk(['backup', 'source', '--tag', 'second'], { ...options, cwd: shop.path() });
    const listed = JSON.parse(await resticOk(['snapshots', '--json'], options)) as { id: string; time: string }[];
    ids = listed.sort((a, b) => (a.time < b.time ? -1 : 1)).map(({ id }) => id) as [string, string];
    // restic's keys are dear: opened once.
    session = await shop.engine.open(options.repo, PASSWORD, 'reading', { lock: false });
  });
  afterAll(async () => {
    await session.close();
    await shop.close();
  });

  describe('find', () => {
    test.each<[string[], FindRequest]>([
      [['*.db'], { patterns: ['*.db'] }],
      [['scans'], { patterns: ['scans'] }],
      [['2026/*.png'], { patterns: ['2026/*.png'] }],
      [['-i', '*.PnG', 'LINK'], { patterns: ['*.PnG', 'LINK'], ignoreCase: true }],
      [['/source/**/stays.csv'], { patterns: ['/source/**/stays.csv'] }],
      [['/scans'], { patterns: ['/scans'] }],
      [['[a-c].p?g'], { patterns: ['[a-c].p?g'] }],
      [['--oldest', '2020-01-01', '*.csv'], { patterns: ['*.csv'], oldest: new Date('2020-01-01T00:00') }],
      [['--newest', '2020-01-01', '*'], { patterns: ['*'], newest: new Date('2020-01-01T00:00') }],
      [['--tag', 'second', '*.csv'], { patterns: ['*.csv'], filter: { tags: [['second']] } }],
    ])('%j finds the same', async (args, request) => {
      const theirs = JSON.parse(await resticOk(['find', '--json', ...args], options)) as { snapshot: string; matches: Found[] }[];
      interface Found {
        path: string;
        type: string;
        size?: number;
        mtime: string;
      }
      const ours = await Array.fromAsync(find(session, request));
      const lines = ours.map(({ snapshot, entry }) => `${snapshot.id} ${entry.path} ${entry.type} ${entry.size}`);
      const expected = theirs.flatMap(({ snapshot, matches }) =>
        matches.map(({ path, type, size = 0 }) => `${snapshot} ${path} ${type} ${size}`),
      );
      expect(lines.sort()).toEqual(expected.sort());
    });

    test('a piece of data belongs to the same files', async () => {
      const { repository } = session;
      await repository.loadIndex();
      const [top] = (await repository.loadTree((await repository.loadSnapshot(ids[1])).tree)).nodes;
      const { nodes } = await repository.loadTree(top?.subtree as string);
      const blob = nodes.find(({ name }) => name === 'rx.db')?.content?.[0] as string;
      interface Used {
        id: string;
        path: string;
        snapshot: string;
        object_type: string;
      }
      const theirs = JSON.parse(await resticOk(['find', '--json', '--blob', blob], options)) as Used[];
      const ours = await Array.fromAsync(findObjects(session, { kind: 'blob', ids: [blob.slice(0, 40)] }));
      const lines = ours.flatMap(({ id, path, snapshots }) => snapshots.map((entry) => `${id} ${path} ${entry.id}`));
      const expected = theirs.filter((used) => used.object_type === 'blob').map(({ id, path, snapshot }) => `${id} ${path} ${snapshot}`);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.sort()).toEqual(expected.sort());
    });
  });

  test.each([true, false])('diff tells the same (metadata: %p)', async (metadata) => {
    const output = await resticOk(['diff', '--json', ...(metadata ? ['--metadata'] : []), ...ids], options);
    const objects = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const theirs = objects
      .filter(({ message_type: type }) => type === 'change')
      .map(({ path, modifier }) => `${String(modifier)} ${String(path)}`);
    const steps = await Array.fromAsync(diff(session, { first: ids[0], second: ids[1], metadata }));
    expect(steps.filter((step) => step.kind === 'difference').map(({ marks, path }) => `${marks.join('')} ${path}`)).toEqual(theirs);
    expect(theirs.length).toBeGreaterThan(5);
    const { added, removed, changedFiles } = steps.at(-1) as DiffStatistics;
    const side = ({ files, dirs, others, dataBlobs, treeBlobs, bytes }: DiffSide): object => {
      return { files, dirs, others, data_blobs: dataBlobs, tree_blobs: treeBlobs, bytes };
    };
    expect(objects.at(-1)).toMatchObject({ changed_files: changedFiles, added: side(added), removed: side(removed) });
  });

  test.each<StatsMode>(['restore-size', 'files-by-contents', 'raw-data', 'blobs-per-file'])('stats counts the same: %s', async (mode) => {
    for (const snapshots of [[], [ids[1]]]) {
      const theirs = JSON.parse(await resticOk(['stats', '--json', '--mode', mode, ...snapshots], options)) as Record<string, number>;
      const ours = await stats(session, { mode, snapshots });
      expect(ours).toMatchObject({ outcome: 'completed', bytes: theirs.total_size });
      if (ours.files !== undefined) expect(ours.files).toBe(theirs.total_file_count);
      if (ours.blobs !== undefined) expect(ours.blobs).toBe(theirs.total_blob_count);
    }
  });
});
