import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { encodeTree } from '../../src/main/engine/format/tree.ts';
import type { TreeNode } from '../../src/main/engine/format/node.ts';
import { diff, type Difference, type DiffRequest, type DiffStatistics } from '../../src/main/engine/index.ts';
import type { Progress } from '../../src/shared/model/progress.ts';
import { type Folder, SmallRepository } from '../support/small-repository.ts';

describe('diff', () => {
  let repository: SmallRepository;
  let warnings: string[];

  beforeEach(async () => {
    repository = await SmallRepository.make();
    warnings = [];
  });
  afterEach(() => repository.close());

  const run = async (
    request: DiffRequest,
  ): Promise<{ lines: string[]; differences: Difference[]; statistics: DiffStatistics | undefined }> =>
    await repository.within('reading', async (session) => {
      const onProgress = (progress: Progress): void => void (progress.kind === 'warning' && warnings.push(progress.warning.path));
      const steps = await Array.fromAsync(diff(session, request, { onProgress }));
      const differences = steps.filter((step) => step.kind === 'difference');
      const lines = differences.map(({ marks, path }) => `${marks.join('')} ${path}`);
      return { lines, differences, statistics: steps.find((step) => step.kind === 'statistics') };
    });
  const pair = async (before: Folder, after: Folder): Promise<DiffRequest> => ({
    first: await repository.store(before),
    second: await repository.store(after, { time: '2026-01-02T00:00:00Z' }),
  });
  /** Snapshots of single entries with all their details. */
  const ofNodes = async (before: Partial<TreeNode>, after: Partial<TreeNode>): Promise<DiffRequest> => {
    const [first = '', second = ''] = await repository.within('appending', async ({ repository: opened }) => {
      await opened.loadIndex();
      const trees = await opened.withUploader(async (uploader) =>
        Promise.all(
          [before, after].map(async (node) => {
            const nodes: TreeNode[] = [{ name: 'x', type: 'file', uid: 0, gid: 0, content: [], ...node }];
            return (await uploader.saveBlob('tree', encodeTree({ nodes }))).id;
          }),
        ),
      );
      return [
        await repository.snapshotOf(opened, trees[0] as string, {}),
        await repository.snapshotOf(opened, trees[1] as string, { host: 'b' }),
      ];
    });
    return { first, second };
  };

  test('tells what came, went and changed, and adds it up', async () => {
    const same = { deep: { same: ['shared'] } };
    const request = await pair(
      { same, gone: { a: ['only before'], b: ['shared'] }, 'rx.csv': ['head', 'old tail'], kind: ['now a folder'] },
      { same, 'rx.csv': ['head', 'new, longer tail'], new: { c: ['shared'], d: { e: ['only after'] } }, kind: { f: ['in it'] } },
    );
    const { lines, differences, statistics } = await run(request);
    expect(lines).toEqual([
      '- /gone/',
      '- /gone/a',
      '- /gone/b',
      'T /kind/',
      '+ /kind/f',
      '+ /new/',
      '+ /new/c',
      '+ /new/d/',
      '+ /new/d/e',
      'M /rx.csv',
    ]);
    expect(differences.at(-1)).toMatchObject({ type: 'file', sizeBefore: 12, sizeAfter: 20 });
    expect(statistics).toMatchObject({
      first: request.first,
      second: request.second,
      changedFiles: 1,
      added: { files: 3, dirs: 2, others: 0, dataBlobs: 3, treeBlobs: 4 },
      removed: { files: 2, dirs: 1, others: 0, dataBlobs: 3, treeBlobs: 2 },
    });
    const blobs = 'only before'.length + 'old tail'.length + 'now a folder'.length;
    expect(statistics?.removed.bytes).toBeGreaterThan(blobs);
    expect(warnings).toEqual([]);
  });

  test('what is the same is not looked into', async () => {
    const shared = { a: { b: { c: ['1'] } } };
    const request = await pair({ shared, x: ['1'] }, { shared, x: ['2'] });
    await repository.within('reading', async (session) => {
      const read: string[] = [];
      const loadTree = session.repository.loadTree.bind(session.repository);
      session.repository.loadTree = async (id, signal) => {
        read.push(id);
        return await loadTree(id, signal);
      };
      await Array.fromAsync(diff(session, { ...request, statistics: false }));
      expect(read).toHaveLength(2);
    });
    expect((await run({ ...request, statistics: false })).statistics).toBeUndefined();
  });

  test('a snapshot does not differ from itself', async () => {
    const id = await repository.store({ a: ['1'] });
    const none = { files: 0, dirs: 0, others: 0, dataBlobs: 0, treeBlobs: 0, bytes: 0 };
    expect(await run({ first: id, second: 'latest' })).toMatchObject({ lines: [], statistics: { added: none, removed: none } });
  });

  test('compares folders, of one snapshot too', async () => {
    const id = await repository.store({ a: { f: ['1'], g: ['2'] }, b: { f: ['1'] } });
    expect((await run({ first: `${id}:/a`, second: 'latest:/b' })).lines).toEqual(['- /g']);
    await expect(run({ first: `${id}:/none`, second: id })).rejects.toMatchObject({ code: 'path-not-found' });
    await expect(run({ first: id, second: 'ffff' })).rejects.toMatchObject({ code: 'snapshot-not-found' });
  });

  test('details count only if asked for, and the same moment in another zone is no change', async () => {
    const changed = await ofNodes({ mtime: '2026-01-01T00:00:00Z' }, { mtime: '2026-01-01T00:00:01Z' });
    expect((await run(changed)).lines).toEqual([]);
    expect((await run({ ...changed, metadata: true })).lines).toEqual(['U /x']);
    const moved = await ofNodes({ mtime: '2026-01-01T12:00:00.5Z' }, { mtime: '2026-01-01T14:00:00.500+02:00' });
    expect((await run({ ...moved, metadata: true })).lines).toEqual([]);
    const other = await ofNodes({ type: 'fifo', content: null }, { type: 'symlink', content: null, linktarget: 'y' });
    expect((await run({ ...other, metadata: true })).lines).toEqual(['TU /x']);
  });

  test('content that changed without any trace is told', async () => {
    const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
    const times = { mtime: '2026-01-01T00:00:00Z', ctime: '2026-01-01T00:00:00Z', size: 1 };
    expect((await run(await ofNodes({ ...times, content: [one] }, { ...times, content: [two] }))).lines).toEqual(['M? /x']);
    const traced = await ofNodes({ ...times, content: [one] }, { ...times, content: [two], ctime: '2026-01-02T00:00:00Z' });
    expect((await run(traced)).lines).toEqual(['M /x']);
  });

  test('a damaged folder is told and the rest compared', async () => {
    const bad = await repository.store({ bad: { a: ['1'] } }, { time: '2025-01-01T00:00:00Z' });
    const pack = await repository.within('reading', async ({ repository: opened }) => {
      await opened.loadIndex();
      return Array.from(opened.index.entries()).find(({ type }) => type === 'tree')?.pack as string;
    });
    const request = await pair({ bad: { a: ['1'] }, x: ['1'] }, { bad: { a: ['2'] }, x: ['22'] });
    await repository.remove('snapshots', bad);
    await repository.remove('data', pack);
    expect((await run(request)).lines).toEqual(['M /x']);
    expect(warnings).toEqual(['/bad/']);
  });
});
