import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sha256 } from '../../src/main/engine/crypto/index.ts';
import type { PackedBlob } from '../../src/main/engine/format/blob.ts';
import { encodeTree } from '../../src/main/engine/format/tree.ts';
import type { CheckResult } from '../../src/main/engine/operations/contract.ts';
import { check } from '../../src/main/engine/operations/check.ts';
import { flipBit, SmallRepository } from '../support/small-repository.ts';

describe('check', () => {
  let repository: SmallRepository;
  let first: string;

  beforeEach(async () => {
    repository = await SmallRepository.make();
    first = await repository.store({ 'rx.db': ['page one', 'page two'], scans: { 'a.png': ['picture a'], 'b.png': ['picture b'] } });
  });
  afterEach(() => repository.close());

  const kinds = (result: CheckResult): string[] => result.findings.map((finding) => `${finding.severity} ${finding.kind}`).sort();

  test('finds nothing in a sound repository, with and without reading everything', async () => {
    for (const readData of ['none', 'all'] as const) {
      const result = await repository.check({ readData });
      expect(result).toMatchObject({ sound: true, findings: [], damagedFiles: [], snapshots: 1, packs: 2, unused: { blobs: 0, bytes: 0 } });
      expect(result.packsRead).toBe(readData === 'all' ? 2 : 0);
    }
    const sizes = (await repository.files('data')).map((file) => file.size);
    expect((await repository.check({ readData: 'all' })).bytesRead).toBe(sizes.reduce((a, b) => a + b));
  });

  test('a missing pack of content is one finding and names the files it reaches in each snapshot', async () => {
    const pack = await repository.packOf('page one');
    const second = await repository.store({ 'rx.db': ['page one', 'page three'], 'new.txt': ['new'] }, { time: '2026-01-02T00:00:00Z' });
    await repository.remove('data', pack);
    const result = await repository.check();
    expect(result.findings).toEqual([{ severity: 'error', kind: 'pack-missing', id: pack }]);
    expect(result.sound).toBe(false);
    expect(result.damagedFiles).toHaveLength(4);
    expect(result.damagedFiles).toEqual(
      expect.arrayContaining([
        { snapshot: first, path: '/rx.db' },
        { snapshot: first, path: '/scans/a.png' },
        { snapshot: first, path: '/scans/b.png' },
        { snapshot: second, path: '/rx.db' },
      ]),
    );
    expect(result.unused).toBeUndefined();
  });

  test('a missing pack of directories is one finding; the snapshot as a whole is damaged', async () => {
    const content = await repository.packOf('page one');
    const pack = (await repository.names('data')).find((name) => name !== content) as string;
    await repository.remove('data', pack);
    const result = await repository.check();
    expect(result.findings).toEqual([{ severity: 'error', kind: 'pack-missing', id: pack }]);
    expect(result.damagedFiles).toEqual([{ snapshot: first, path: '/' }]);
  });

  test('lost index files leave packs unindexed and the tree missing', async () => {
    for (const index of await repository.names('index')) await repository.remove('index', index);
    const result = await repository.check();
    expect(kinds(result)).toEqual(['error tree-missing', 'hint pack-not-indexed', 'hint pack-not-indexed']);
  });

  test('an index file that lost its bytes is told, and what only it named', async () => {
    const [index] = (await repository.names('index')) as [string];
    await repository.tamper('index', index, flipBit(40));
    const result = await repository.check();
    expect(result.findings).toContainEqual({ severity: 'error', kind: 'index-unreadable', id: index });
    expect(kinds(result)).toEqual(['error index-unreadable', 'error tree-missing', 'hint pack-not-indexed', 'hint pack-not-indexed']);
  });

  test('an unreadable snapshot is told and the others are checked', async () => {
    const second = await repository.store({ 'rx.db': ['page one'] }, { time: '2026-01-02T00:00:00Z' });
    await repository.tamper('snapshots', first, flipBit(20));
    const result = await repository.check();
    expect(result.findings).toEqual([{ severity: 'error', kind: 'snapshot-unreadable', id: first }]);
    expect(result.snapshots).toBe(1);
    await repository.remove('snapshots', second);
  });

  test('a cut pack has the wrong size; only the blobs beyond its end are lost', async () => {
    const pack = await repository.packOf('page one');
    // Content of this size does not compress: 8 plain bytes, 32 of encryption.
    await repository.tamper('data', pack, (bytes) => bytes.slice(0, 40));
    const result = await repository.check();
    expect(kinds(result)).toEqual(['error pack-wrong-size']);
    expect(result.damagedFiles.length).toBeGreaterThan(0);
    const read = await repository.check({ readData: 'all' });
    expect(new Set(kinds(read))).toEqual(new Set(['error blob-damaged', 'error pack-wrong-size']));
  });

  test('a turned bit in content shows only when data is read, and reaches only its file', async () => {
    const pack = await repository.packOf('picture a');
    const at = await repository.within('reading', async (session) => {
      await session.repository.loadIndex();
      const entries = [...session.repository.index.entries()].filter((entry) => entry.pack === pack);
      const blobs = await Promise.all(
        entries.map(async (entry) => ({ entry, text: Buffer.from(await session.repository.loadBlob('data', entry.id)).toString() })),
      );
      return blobs.find((blob) => blob.text === 'picture a')?.entry;
    });
    await repository.tamper('data', pack, flipBit((at?.offset ?? 0) + 20));
    expect(kinds(await repository.check())).toEqual([]);
    const result = await repository.check({ readData: 'all' });
    expect(result.findings).toEqual([{ severity: 'error', kind: 'blob-damaged', id: at?.id, detail: pack }]);
    expect(result.damagedFiles).toEqual([{ snapshot: first, path: '/scans/a.png' }]);
  });

  test('a damaged blob with a good copy elsewhere damages no file', async () => {
    const pack = await repository.packOf('page one');
    await repository.storeLoose(['page one'], { force: true });
    await repository.tamper('data', pack, flipBit(20));
    const result = await repository.check({ readData: 'all' });
    expect(kinds(result)).toEqual(['error blob-damaged']);
    expect(result.damagedFiles).toEqual([]);
  });

  test('a damaged header shows when data is read; the blobs are verified by the index and are fine', async () => {
    const pack = await repository.packOf('page one');
    await repository.tamper('data', pack, flipBit(-30));
    expect(kinds(await repository.check())).toEqual([]);
    const result = await repository.check({ readData: 'all' });
    expect(result.findings).toEqual([{ severity: 'error', kind: 'pack-header-damaged', id: pack }]);
    expect(result.damagedFiles).toEqual([]);
  });

  test('a pack no index names is a hint', async () => {
    await repository.storeLoose(['loose']);
    const indexes = await repository.names('index');
    const pack = await repository.packOf('loose');
    for (const index of indexes) {
      const named = await repository.within('reading', async (session) =>
        (await session.repository.loadIndexFile(index)).packs.map(({ id }) => id),
      );
      if (named.includes(pack)) await repository.remove('index', index);
    }
    const result = await repository.check();
    expect(result).toMatchObject({ sound: true, findings: [{ severity: 'hint', kind: 'pack-not-indexed', id: pack }] });
  });

  test('a pack in two index files is a hint if they agree and an error if they do not', async () => {
    const pack = await repository.packOf('page one');
    const addIndex = async (change: (length: number) => number): Promise<void> =>
      await repository.within('exclusive', async (session) => {
        const [file] = await Promise.all(
          (await repository.names('index')).map(async (name) => await session.repository.loadIndexFile(name)),
        );
        const packs = (file?.packs ?? []).filter(({ id }) => id === pack);
        await session.repository.saveIndexFiles(
          packs.map(({ id, blobs }) => ({ id, blobs: blobs.map((blob) => ({ ...blob, length: change(blob.length) })) })),
        );
      });
    await addIndex((length) => length);
    expect((await repository.check()).findings).toEqual([{ severity: 'hint', kind: 'pack-indexed-twice', id: pack, detail: '2' }]);
    await addIndex((length) => length + 1);
    expect(kinds(await repository.check())).toEqual(['error pack-indexed-twice']);
  });

  test('a tree that is none, and nodes that lack what they need, are told', async () => {
    const saveTree = async (time: string, bytes: Uint8Array): Promise<{ tree: string; snapshot: string }> =>
      await repository.within('appending', async (session) => {
        const { id: tree } = await session.repository.withUploader(async (uploader) => await uploader.saveBlob('tree', bytes));
        return { tree, snapshot: await repository.snapshotOf(session.repository, tree, { time }) };
      });
    const broken = await saveTree('2026-01-02T00:00:00Z', Buffer.from('no tree'));
    const nodes = [
      { name: 'dir', type: 'dir' as const, uid: 0, gid: 0, content: null },
      { name: 'empty', type: 'file' as const, uid: 0, gid: 0, content: null },
      { name: 'file', type: 'file' as const, uid: 0, gid: 0, size: 5, content: null },
    ];
    const hollow = await saveTree('2026-01-03T00:00:00Z', encodeTree({ nodes }));
    const gone = 'ab'.repeat(32);
    const lacking = await saveTree(
      '2026-01-04T00:00:00Z',
      encodeTree({ nodes: [{ name: 'f', type: 'file', uid: 0, gid: 0, content: [gone] }] }),
    );
    const result = await repository.check();
    expect(result.findings).toHaveLength(4);
    expect(result.findings).toEqual(
      expect.arrayContaining([
        { severity: 'error', kind: 'tree-damaged', id: broken.tree },
        { severity: 'error', kind: 'node-damaged', id: hollow.tree, detail: 'dir' },
        { severity: 'error', kind: 'node-damaged', id: hollow.tree, detail: 'file' },
        { severity: 'error', kind: 'blob-missing', id: gone, detail: lacking.tree },
      ]),
    );
    expect(new Set(result.damagedFiles.map(({ snapshot, path }) => `${snapshot} ${path}`))).toEqual(
      new Set([`${broken.snapshot} /`, `${hollow.snapshot} /dir`, `${hollow.snapshot} /file`, `${lacking.snapshot} /f`]),
    );
  });

  test('an index that swaps two blobs shows when data is read', async () => {
    const pack = await repository.packOf('picture a');
    await repository.within('exclusive', async (session) => {
      const old = await repository.names('index');
      await session.repository.loadIndex();
      const entries = [...session.repository.index.entries()];
      const [a, b] = [sha256(Buffer.from('picture a')), sha256(Buffer.from('picture b'))];
      const swap = (id: string): string => (id === a ? b : id === b ? a : id);
      const blobsOf = (of: string): PackedBlob[] =>
        entries.filter((entry) => entry.pack === of).map(({ pack: _pack, ...blob }) => ({ ...blob, id: swap(blob.id) }));
      await session.repository.saveIndexFiles([...session.repository.index.packs()].map((id) => ({ id, blobs: blobsOf(id) })));
      for (const index of old) await repository.remove('index', index);
    });
    expect(kinds(await repository.check())).toEqual([]);
    const result = await repository.check({ readData: 'all' });
    expect(kinds(result)).toEqual(['error blob-damaged', 'error blob-damaged', 'error pack-index-mismatch']);
    expect(result.findings).toContainEqual({ severity: 'error', kind: 'pack-index-mismatch', id: pack });
    expect(result.damagedFiles.map(({ path }) => path)).toEqual(['/scans/a.png', '/scans/b.png']);
  });

  test('counts what no snapshot needs and lists it when asked', async () => {
    await repository.storeLoose(['unused one', 'unused two']);
    expect(await repository.check()).toMatchObject({ findings: [], unused: { blobs: 2 } });
    expect(kinds(await repository.check({ listUnused: true }))).toEqual(['hint blob-unused', 'hint blob-unused']);
  });

  test('n parts together read every pack once', async () => {
    for (const piece of ['x', 'y', 'z']) await repository.storeLoose([piece]);
    let read = 0;
    for (const part of [1, 2, 3]) read += (await repository.check({ readData: { part, of: 3 } })).packsRead;
    expect(read).toBe((await repository.names('data')).length);
  });

  test('tells how far it is and stops when asked', async () => {
    const phases: string[] = [];
    await repository.within(
      'reading',
      async (session) =>
        await check(
          session,
          { readData: 'all' },
          { onProgress: (progress) => void (progress.kind === 'phase' && phases.push(progress.phase)) },
        ),
    );
    expect(phases).toEqual(['loading-snapshots', 'loading-index', 'checking-structure', 'checking-data']);
    const stopped = repository.within('reading', async (session) => await check(session, {}, { signal: AbortSignal.abort() }));
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
  });
});
