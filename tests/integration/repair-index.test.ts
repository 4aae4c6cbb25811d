import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RepairIndexRequest, RepairIndexResult } from '../../src/main/engine/operations/contract.ts';
import { repairIndex } from '../../src/main/engine/operations/repair-index.ts';
import { repairPacks } from '../../src/main/engine/operations/repair-packs.ts';
import { flipBit, SmallRepository } from '../support/small-repository.ts';

describe('repair index', () => {
  let repository: SmallRepository;
  let snapshot: string;
  let content: Record<string, string>;

  beforeEach(async () => {
    repository = await SmallRepository.make();
    snapshot = await repository.store({ a: ['one', 'two'], b: { c: ['three'] } });
    content = await repository.contents(snapshot);
    await repository.storeLoose(['loose']);
  });
  afterEach(() => repository.close());

  const run = async (request: RepairIndexRequest = {}): Promise<RepairIndexResult> =>
    await repository.within('exclusive', async (session) => await repairIndex(session, request));

  const expectWhole = async (): Promise<void> => {
    expect(await repository.check({ readData: 'all' })).toMatchObject({ sound: true, findings: [] });
    expect(await repository.contents(snapshot)).toEqual(content);
  };

  test('reads nothing where the index is right, and merges its files', async () => {
    expect(await run()).toEqual({
      packsRead: 0,
      packsIndexed: 3,
      packsMissing: [],
      packsSalvaged: [],
      packsUnreadable: [],
      blobsLost: 0,
      indexFilesWritten: 1,
      indexFilesRemoved: 2,
    });
    await expectWhole();
  });

  test('makes a lost index again from the packs', async () => {
    for (const index of await repository.names('index')) await repository.remove('index', index);
    expect(await run()).toMatchObject({ packsRead: 3, packsIndexed: 3, indexFilesWritten: 1, indexFilesRemoved: 0 });
    await expectWhole();
  });

  test('replaces damaged index files', async () => {
    for (const index of await repository.names('index')) await repository.tamper('index', index, flipBit(33));
    expect(await run()).toMatchObject({ packsRead: 3, indexFilesWritten: 1, indexFilesRemoved: 2 });
    await expectWhole();
  });

  test('drops packs that are gone', async () => {
    const pack = await repository.packOf('loose');
    await repository.remove('data', pack);
    expect(await run()).toMatchObject({ packsRead: 0, packsIndexed: 2, packsMissing: [pack] });
    await expectWhole();
  });

  test('names no pack of which nothing can be read, and leaves it where it is', async () => {
    const pack = await repository.packOf('loose');
    await repository.tamper('data', pack, (bytes) => bytes.slice(0, 10));
    expect(await run()).toMatchObject({ packsRead: 0, packsIndexed: 2, packsSalvaged: [], packsUnreadable: [pack], blobsLost: 1 });
    expect(await repository.names('data')).toContain(pack);
    expect((await repository.check()).findings).toEqual([{ severity: 'hint', kind: 'pack-not-indexed', id: pack }]);
  });

  test.each([{ readAllPacks: true }, {}])('keeps what it knew of a pack that lost its header: %j', async (request) => {
    const pack = await repository.packOf('one');
    await repository.tamper('data', pack, (bytes) => bytes.slice(0, -1));
    const expected = { packsIndexed: 3, packsSalvaged: [pack], packsUnreadable: [], blobsLost: 0 };
    expect(await run(request)).toMatchObject(expected);
    expect(await repository.contents(snapshot)).toEqual(content);
    expect(await run(request)).toMatchObject(expected);
    expect(await repository.contents(snapshot)).toEqual(content);
  });

  test('a header damaged in place, found when every pack is read, costs no blob', async () => {
    const pack = await repository.packOf('one');
    await repository.tamper('data', pack, flipBit(-20));
    expect(await run({ readAllPacks: true })).toMatchObject({ packsRead: 2, packsIndexed: 3, packsSalvaged: [pack], blobsLost: 0 });
    expect(await repository.contents(snapshot)).toEqual(content);
  });

  test('of a pack that was cut in the middle, the index keeps just the blobs before the cut', async () => {
    const pack = await repository.packOf('one');
    const entries = await repository.within('reading', async (session) => {
      await session.repository.loadIndex();
      return [...session.repository.index.entries()].filter((entry) => entry.pack === pack).sort((a, b) => a.offset - b.offset);
    });
    const [whole, cut] = entries as [(typeof entries)[number], (typeof entries)[number]];
    await repository.tamper('data', pack, (bytes) => bytes.slice(0, cut.offset + 5));
    expect(await run()).toMatchObject({ packsSalvaged: [pack], packsUnreadable: [], blobsLost: entries.length - 1 });
    await repository.within('exclusive', async (session) => {
      await session.repository.loadIndex();
      expect([...session.repository.index.entries()].filter((entry) => entry.pack === pack).map(({ id }) => id)).toEqual([whole.id]);
      expect(await repairPacks(session)).toMatchObject({ packsDamaged: [pack], blobsSaved: 1 });
    });
    expect((await repository.check()).findings.filter(({ kind }) => kind.startsWith('pack-'))).toEqual([]);
  });

  test('reads every header when asked and mends wrong entries', async () => {
    const pack = await repository.packOf('one');
    await repository.within('exclusive', async (session) => {
      await session.repository.loadIndex();
      const wrong = [...session.repository.index.entries()]
        .filter((entry) => entry.pack === pack)
        .map(({ type, id, offset, length }) => ({ type, id, offset, length: length + 1 }));
      for (const index of await repository.names('index')) await repository.remove('index', index);
      await session.repository.saveIndexFiles([{ id: pack, blobs: wrong }]);
    });
    expect((await repository.check()).sound).toBe(false);
    expect(await run({ readAllPacks: true })).toMatchObject({ packsRead: 3, packsIndexed: 3 });
    await expectWhole();
  });

  test('the session sees the mended index', async () => {
    for (const index of await repository.names('index')) await repository.remove('index', index);
    await repository.within('exclusive', async (session) => {
      await repairIndex(session);
      expect(session.repository.index.size).toBe(6);
      expect(await repairIndex(session)).toMatchObject({ packsRead: 0, packsIndexed: 3 });
      expect(session.repository.index.size).toBe(6);
    });
    await expectWhole();
  });
});
