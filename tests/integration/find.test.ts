import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import {
  find,
  findObjects,
  findVersions,
  type FindObjectsRequest,
  type FindRequest,
  type FoundObject,
} from '../../src/main/engine/index.ts';
import { sha256 } from '../../src/main/engine/crypto/index.ts';
import type { Progress, Warning } from '../../src/shared/model/progress.ts';
import { type Folder, flipBit, SmallRepository } from '../support/small-repository.ts';

const idOf = (piece: string): string => sha256(Buffer.from(piece));

describe('find', () => {
  let repository: SmallRepository;
  const ids: string[] = [];
  const names = new Map<string, string>();

  beforeAll(async () => {
    repository = await SmallRepository.make();
    const store = async (name: string, folder: Folder, time: string, host = 'till'): Promise<void> => {
      ids.push(await repository.store(folder, { time, host }));
      names.set(ids.at(-1) as string, name);
    };
    const scans = { 'a.png': ['picture'], 'B.PNG': ['other'] };
    await store('one', { srv: { 'rx.csv': ['1'], scans } }, '2026-01-01T00:00:00Z');
    await store('two', { srv: { 'rx.csv': ['2'], scans } }, '2026-01-02T00:00:00Z');
    await store('away', { home: { 'rx.csv': ['3'] } }, '2026-01-02T12:00:00Z', 'office');
    await store('three', { srv: { 'rx.csv': ['1'], scans, 'new.txt': ['new'] } }, '2026-01-03T00:00:00Z');
  });
  afterAll(() => repository.close());

  const each = async (request: FindRequest): Promise<string[]> =>
    await repository.within('reading', async (session) =>
      (await Array.fromAsync(find(session, request))).map(({ snapshot, entry }) => `${names.get(snapshot.id)} ${entry.path}`),
    );
  const versions = async (request: FindRequest): Promise<[string, string[]][]> =>
    await repository.within('reading', async (session) =>
      (await Array.fromAsync(findVersions(session, request))).map(({ entry, snapshots }) => [
        entry.path,
        snapshots.map(({ id }) => names.get(id) as string),
      ]),
    );

  test('tells what each snapshot has, newest first', async () => {
    expect(await each({ patterns: ['rx.csv'] })).toEqual(['three /srv/rx.csv', 'away /home/rx.csv', 'two /srv/rx.csv', 'one /srv/rx.csv']);
  });

  test('tells each version once, with all snapshots that have it, though it went and came back', async () => {
    expect(await versions({ patterns: ['rx.csv', 'new.txt'] })).toEqual([
      ['/home/rx.csv', ['away']],
      ['/srv/new.txt', ['three']],
      ['/srv/rx.csv', ['three', 'one']],
      ['/srv/rx.csv', ['two']],
    ]);
  });

  test.each<[string, Partial<FindRequest> & { patterns: string[] }, string[]]>([
    ['a folder with what is in it', { patterns: ['scans'] }, ['/srv/scans', '/srv/scans/B.PNG', '/srv/scans/a.png']],
    ['with upper and lower case', { patterns: ['*.png'] }, ['/srv/scans/a.png']],
    ['without', { patterns: ['*.PnG'], ignoreCase: true }, ['/srv/scans/B.PNG', '/srv/scans/a.png']],
    ['a path from the root', { patterns: ['/srv/*.csv'] }, ['/srv/rx.csv']],
    ['any depth', { patterns: ['/**/a.png'] }, ['/srv/scans/a.png']],
    ['what a second pattern takes back', { patterns: ['scans', '!*.png'] }, ['/srv/scans', '/srv/scans/B.PNG']],
    ['one kind only', { patterns: ['scans'], types: ['dir'] }, ['/srv/scans']],
    ['nothing from a path that is not anchored there', { patterns: ['/scans'] }, []],
  ])('finds %s', async (_what, request, expected) => {
    const found = await each({ ...request, snapshots: [ids[0] as string] });
    expect(found.sort()).toEqual(expected.map((path) => `one ${path}`).sort());
  });

  test('searches what the filter or the names choose', async () => {
    expect(await each({ patterns: ['rx.csv'], filter: { hosts: ['office'] } })).toEqual(['away /home/rx.csv']);
    expect(await each({ patterns: ['rx.csv'], snapshots: ['latest', ids[1] as string, (ids[1] as string).slice(0, 20)] })).toEqual([
      'three /srv/rx.csv',
      'two /srv/rx.csv',
    ]);
    await expect(each({ patterns: ['x'], snapshots: ['00'] })).rejects.toMatchObject({ code: 'snapshot-not-found' });
  });

  test('bad patterns are refused', async () => {
    await expect(each({ patterns: ['['] })).rejects.toMatchObject({ code: 'value-invalid' });
    await expect(each({ patterns: [''] })).rejects.toMatchObject({ code: 'value-invalid' });
  });

  describe('by id', () => {
    const objects = async (request: FindObjectsRequest): Promise<FoundObject[]> =>
      await repository.within('reading', async (session) => await Array.fromAsync(findObjects(session, request)));
    const brief = (found: FoundObject[]): unknown[] =>
      found.map(({ type, path, snapshots }) => [type, path, snapshots.map(({ id }) => names.get(id))]);

    test('which files a piece of data belongs to', async () => {
      const found = await objects({ kind: 'blob', ids: [idOf('1').slice(0, 30)] });
      expect(brief(found)).toEqual([['data', '/srv/rx.csv', ['three', 'one']]]);
      expect(found[0]).toMatchObject({ id: idOf('1'), pack: await repository.packOf('1') });
    });

    test('which folders a listing is, the top too', async () => {
      const { tree } = await repository.within('reading', async ({ repository: opened }) => await opened.loadSnapshot(ids[2] as string));
      expect(brief(await objects({ kind: 'tree', ids: [tree] }))).toEqual([['tree', '/', ['away']]]);
    });

    test('what is in a data file', async () => {
      const pack = await repository.packOf('picture');
      expect(brief(await objects({ kind: 'pack', ids: [pack.slice(0, 20)] }))).toEqual([
        ['data', '/srv/rx.csv', ['three', 'one']],
        ['data', '/srv/scans/B.PNG', ['three', 'two', 'one']],
        ['data', '/srv/scans/a.png', ['three', 'two', 'one']],
      ]);
    });

    test('what is not there is an error; a whole id that no snapshot needs is not', async () => {
      await expect(objects({ kind: 'blob', ids: ['zz'] })).rejects.toMatchObject({ code: 'blob-not-found' });
      await expect(objects({ kind: 'pack', ids: ['0'.repeat(64)] })).rejects.toMatchObject({ code: 'file-not-found' });
      await expect(objects({ kind: 'blob', ids: [''] })).rejects.toMatchObject({ code: 'blob-not-found' });
      expect(await objects({ kind: 'blob', ids: ['0'.repeat(64)] })).toEqual([]);
    });
  });
});

describe('find where something is damaged', () => {
  let repository: SmallRepository;
  let found: string[];
  let warnings: Warning[];

  beforeEach(async () => {
    repository = await SmallRepository.make();
    found = [];
    warnings = [];
  });

  const search = async (): Promise<void> => {
    await repository.within('reading', async (session) => {
      const onProgress = (progress: Progress): void => void (progress.kind === 'warning' && warnings.push(progress.warning));
      for await (const { entry } of find(session, { patterns: ['*.csv'] }, { onProgress })) found.push(entry.path);
    });
    await repository.close();
  };

  test('a folder is told once, in whatever many snapshots it is, and the rest is found', async () => {
    const bad = { 'lost.csv': ['lost'] };
    const only = await repository.store({ bad }, { time: '2025-01-01T00:00:00Z' });
    const [pack] = await treePacks(repository);
    const newest = await repository.store({ bad, 'rx.csv': ['1'] }, { time: '2026-01-01T00:00:00Z' });
    const first = await repository.store({ bad, 'rx.csv': ['2'] }, { time: '2026-01-02T00:00:00Z' });
    await repository.remove('snapshots', only);
    await repository.tamper('data', pack as string, flipBit(20));
    await search();
    expect(found).toEqual(['/rx.csv', '/rx.csv']);
    expect(warnings).toHaveLength(1);
    expect([`${first.slice(0, 8)}:/bad`, `${newest.slice(0, 8)}:/bad`]).toContain(warnings[0]?.path);
  });

  test('a snapshot is told, and so is the top of one', async () => {
    const gone = await repository.store({ 'a.csv': ['1'] });
    const [pack] = await treePacks(repository);
    await repository.store({ x: { 'b.csv': ['2'] } }, { time: '2026-01-02T00:00:00Z' });
    const unreadable = await repository.store({}, { time: '2026-01-03T00:00:00Z' });
    await repository.remove('data', pack as string);
    await repository.tamper('snapshots', unreadable, flipBit(30));
    await search();
    expect(found).toEqual(['/x/b.csv']);
    expect(warnings.map(({ path }) => path)).toEqual([unreadable, `${gone.slice(0, 8)}:/`]);
  });
});

test('what many snapshots share is read once', async () => {
  const backend = new MemoryBackend();
  const repository = await SmallRepository.make(backend);
  const folders = Object.fromEntries(Array.from({ length: 20 }, (_, i): [string, Folder] => [`f${i}`, { 'x.csv': [String(i)] }]));
  for (let hour = 10; hour < 20; hour++)
    await repository.store({ ...folders, now: { 'x.csv': [`hour ${hour}`] } }, { time: `2026-01-01T${hour}:00:00Z` });
  await repository.within('reading', async (session) => {
    let reads = 0;
    const loadTree = session.repository.loadTree.bind(session.repository);
    session.repository.loadTree = async (id, signal) => {
      reads += 1;
      return await loadTree(id, signal);
    };
    expect(await Array.fromAsync(find(session, { patterns: ['x.csv'] }))).toHaveLength(210);
    // 20 shared folders, and of each snapshot its top and one folder.
    expect(reads).toBe(40);
    reads = 0;
    expect(await Array.fromAsync(findVersions(session, { patterns: ['x.csv'] }))).toHaveLength(30);
    expect(reads).toBe(40);
    const [first] = await Array.fromAsync(findVersions(session, { patterns: ['f1'] }));
    expect(first).toMatchObject({ entry: { path: '/f1' } });
    expect(first?.snapshots).toHaveLength(10);
  });
  await repository.close();
});

test('a search that nobody wants to the end stops', async () => {
  const repository = await SmallRepository.make();
  for (let day = 10; day < 20; day++) await repository.store({ a: [String(day)] }, { time: `2026-01-${day}T00:00:00Z` });
  await repository.within('reading', async (session) => {
    for await (const { entry } of find(session, { patterns: ['a'] })) {
      expect(entry.path).toBe('/a');
      break;
    }
    const controller = new AbortController();
    const search = find(session, { patterns: ['a'] }, { signal: controller.signal });
    await search.next();
    controller.abort();
    await expect(Array.fromAsync(search)).rejects.toMatchObject({ code: 'aborted' });
  });
  await repository.close();
});

/** The packs that hold directories. */
async function treePacks(repository: SmallRepository): Promise<string[]> {
  return await repository.within('reading', async ({ repository: opened }) => {
    await opened.loadIndex();
    return [...new Set(Array.from(opened.index.entries()).flatMap(({ type, pack }) => (type === 'tree' ? [pack] : [])))];
  });
}
