import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sha256 } from '../../src/main/engine/crypto/index.ts';
import type { TreeNode } from '../../src/main/engine/format/node.ts';
import { encodeTree } from '../../src/main/engine/format/tree.ts';
import { stats, type StatsRequest, type StatsResult } from '../../src/main/engine/index.ts';
import { flipBit, SmallRepository } from '../support/small-repository.ts';

describe('stats', () => {
  let repository: SmallRepository;
  const ids: string[] = [];
  const long = 'compressible '.repeat(500);

  beforeAll(async () => {
    repository = await SmallRepository.make();
    const scans = { 'a.png': ['picture'], again: ['picture'] };
    ids.push(await repository.store({ 'rx.csv': ['head', 'one'], scans, long: [long] }, { time: '2026-01-01T00:00:00Z' }));
    ids.push(
      await repository.store({ 'rx.csv': ['head', 'three'], scans, long: [long] }, { time: '2026-01-02T00:00:00Z', host: 'office' }),
    );
  });
  afterAll(() => repository.close());

  const run = async (request: StatsRequest = {}): Promise<StatsResult> =>
    await repository.within('reading', async (session) => await stats(session, request));

  test('restore-size counts every entry of every snapshot', async () => {
    const first = 7 + 14 + long.length;
    expect(await run()).toMatchObject({ outcome: 'completed', mode: 'restore-size', snapshots: 2, files: 10, bytes: first * 2 + 2 });
    expect(await run({ snapshots: [ids[0] as string] })).toMatchObject({ snapshots: 1, files: 5, bytes: first, blobs: undefined });
    expect(await run({ filter: { hosts: ['office'] } })).toMatchObject({ snapshots: 1, bytes: first + 2 });
  });

  test('files-by-contents counts a content once', async () => {
    expect(await run({ mode: 'files-by-contents' })).toMatchObject({ files: 4, bytes: 7 + 9 + 7 + long.length, blobs: undefined });
  });

  test('blobs-per-file counts a piece once for each path', async () => {
    expect(await run({ mode: 'blobs-per-file' })).toMatchObject({ files: 3, blobs: 5, bytes: 4 + 3 + 5 + 7 + long.length });
  });

  test('raw-data counts what is stored, and what compression saves', async () => {
    const result = await run({ mode: 'raw-data' });
    const entries = await repository.within('reading', async ({ repository: opened }) => {
      await opened.loadIndex();
      return [...opened.index.entries()];
    });
    const stored = entries.reduce((sum, { length }) => sum + length, 0);
    const plain = entries.reduce(
      (sum, { length, uncompressedLength }) => sum + (uncompressedLength === undefined ? length : uncompressedLength + 32),
      0,
    );
    expect(result).toMatchObject({ blobs: entries.length, bytes: stored, files: undefined, compression: { uncompressedBytes: plain } });
    expect(result.compression?.saving).toBeCloseTo(1 - stored / plain, 9);
    expect(result.compression?.ratio).toBeGreaterThan(2);
    expect(result.compression?.compressedShare).toBeGreaterThan(0.5);
  });

  test('no snapshots are nothing', async () => {
    for (const mode of ['restore-size', 'files-by-contents', 'blobs-per-file', 'raw-data'] as const) {
      expect(await run({ mode, filter: { hosts: ['nobody'] } })).toMatchObject({ snapshots: 0, bytes: 0, warnings: [] });
    }
  });
});

test('hard links of one file count once in each snapshot', async () => {
  const repository = await SmallRepository.make();
  const file = (name: string, facts: Partial<TreeNode>): TreeNode => ({
    name,
    type: 'file',
    uid: 0,
    gid: 0,
    content: [],
    size: 10,
    ...facts,
  });
  const linked = { links: 3, inode: 7, device_id: 1 };
  await repository.within('appending', async ({ repository: opened }) => {
    await opened.loadIndex();
    const save = async (nodes: TreeNode[]): Promise<string> =>
      await opened.withUploader(async (uploader) => (await uploader.saveBlob('tree', encodeTree({ nodes }))).id);
    const inner = await save([file('a', linked), file('b', { ...linked, device_id: 2 })]);
    const folder: TreeNode = { name: 'd', type: 'dir', uid: 0, gid: 0, content: null, subtree: inner };
    const top = await save([folder, file('e', linked), file('f', linked), file('g', {})]);
    for (const host of ['x', 'y']) await repository.snapshotOf(opened, top, { host });
  });
  expect(await repository.within('reading', async (session) => await stats(session))).toMatchObject({ files: 12, bytes: 60 });
  await repository.close();
});

describe('stats where something is damaged', () => {
  test.each(['restore-size', 'files-by-contents', 'blobs-per-file', 'raw-data'] as const)(
    '%s tells it and counts the rest',
    async (mode) => {
      const repository = await SmallRepository.make();
      const bad = await repository.store({ bad: { a: ['lost'] } }, { time: '2025-01-01T00:00:00Z' });
      const trees = await repository.within('reading', async ({ repository: opened }) => {
        await opened.loadIndex();
        return Array.from(opened.index.entries()).filter(({ type }) => type === 'tree');
      });
      const whole = await repository.store({ bad: { a: ['lost'] }, x: ['1'] });
      const unreadable = await repository.store({}, { time: '2026-01-03T00:00:00Z' });
      await repository.remove('snapshots', bad);
      await repository.tamper('snapshots', unreadable, flipBit(30));
      await repository.remove('data', trees[0]?.pack as string);
      const result = await repository.within('reading', async (session) => await stats(session, { mode }));
      const inner = trees.find(({ id }) => id !== sha256(Buffer.from('')))?.id;
      expect(inner).toBeDefined();
      expect(result).toMatchObject({ outcome: 'completed-with-warnings', snapshots: 1 });
      expect(result.warnings).toHaveLength(2);
      expect(result.warnings[0]).toMatchObject({ code: 'damaged', path: unreadable });
      const lost = result.warnings[1]?.path as string;
      expect(
        mode === 'restore-size' || mode === 'blobs-per-file' ? lost === `${whole.slice(0, 8)}:/bad` : trees.some(({ id }) => id === lost),
      ).toBe(true);
      const expected = {
        'restore-size': { files: 2, bytes: 1 },
        'files-by-contents': { files: 1, bytes: 1 },
        'blobs-per-file': { files: 1, blobs: 1 },
        'raw-data': {},
      };
      expect(result).toMatchObject(expected[mode]);
      await repository.close();
    },
  );
});
