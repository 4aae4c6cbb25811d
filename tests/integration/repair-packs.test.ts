import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SEAL_OVERHEAD } from '../../src/main/engine/crypto/index.ts';
import type { Id } from '../../src/main/engine/format/id.ts';
import type { RepairPacksRequest, RepairPacksResult } from '../../src/main/engine/operations/contract.ts';
import { prune } from '../../src/main/engine/operations/prune.ts';
import { repairPacks } from '../../src/main/engine/operations/repair-packs.ts';
import { repairAndForgetSnapshots } from '../../src/main/engine/operations/repair-snapshots.ts';
import { flipBit, SmallRepository } from '../support/small-repository.ts';

describe('repair packs', () => {
  let repository: SmallRepository;
  let snapshot: Id;
  let pack: Id;

  beforeEach(async () => {
    repository = await SmallRepository.make();
    // Pieces stand in the pack in this order, each with nonce and tag around it.
    snapshot = await repository.store({ a: ['one'], b: ['two'], c: ['three'] });
    pack = await repository.packOf('one');
  });
  afterEach(() => repository.close());

  const run = async (request: RepairPacksRequest = {}): Promise<RepairPacksResult> =>
    await repository.within('exclusive', async (session) => await repairPacks(session, request));

  const sound = { outcome: 'completed', packsDamaged: [], blobsSaved: 0, blobsLost: 0, packsLocked: 0 };
  const inFirst = flipBit(SEAL_OVERHEAD / 2);

  test('reads everything and leaves what is sound', async () => {
    const before = await repository.names('data');
    expect(await run()).toEqual({ ...sound, packsRead: 2 });
    expect(await repository.names('data')).toEqual(before);
  });

  test('saves what is whole, and what was lost is not relied on any more', async () => {
    await repository.tamper('data', pack, inFirst);
    expect(await run()).toEqual({
      outcome: 'completed-with-warnings',
      packsRead: 2,
      packsDamaged: [pack],
      blobsSaved: 2,
      blobsLost: 1,
      packsLocked: 0,
    });
    expect(await repository.names('data')).not.toContain(pack);
    expect((await repository.check({ readData: 'all' })).damagedFiles).toEqual([{ snapshot, path: '/a' }]);
    // The next backup of the same file brings it back, in the old snapshot too.
    await repository.store({ a: ['one'] });
    expect(await repository.check({ readData: 'all' })).toMatchObject({ sound: true, findings: [] });
    expect(await repository.contents(snapshot)).toEqual({ '/a': 'one', '/b': 'two', '/c': 'three' });
  });

  test('with repair snapshots and prune the repository is sound again', async () => {
    await repository.tamper('data', pack, inFirst);
    await run();
    await repository.within('exclusive', async (session) => {
      expect((await repairAndForgetSnapshots(session)).broken).toMatchObject([{ id: snapshot, lost: ['/a'] }]);
      await prune(session, { maxUnused: { bytes: 0 } });
    });
    expect(await repository.check({ readData: 'all' })).toMatchObject({ sound: true, findings: [], snapshots: 1 });
  });

  test.each([
    ['its list of contents is damaged', flipBit(-10), 3, 0],
    ['it is cut short', (bytes: Uint8Array) => bytes.slice(0, 60), 1, 2],
    ['it is empty', () => new Uint8Array(), 0, 3],
    ['there is something behind it', (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from('more')]), 3, 0],
  ])('mends a data file when %s', async (_what, change, blobsSaved, blobsLost) => {
    await repository.tamper('data', pack, change);
    expect(await run()).toMatchObject({ packsDamaged: [pack], blobsSaved, blobsLost });
    const { findings } = await repository.check({ readData: 'all' });
    expect(findings.map(({ kind }) => kind)).toEqual(Array.from({ length: blobsLost }, () => 'blob-missing'));
    expect(await run()).toMatchObject(sound);
  });

  test('counts as lost only what is nowhere else', async () => {
    await repository.storeLoose(['one'], { force: true });
    await repository.tamper('data', pack, inFirst);
    expect(await run()).toMatchObject({ packsDamaged: [pack], blobsSaved: 2, blobsLost: 0 });
    expect(await repository.check({ readData: 'all' })).toMatchObject({ sound: true, findings: [] });
  });

  test('a dry run says the same and changes nothing', async () => {
    await repository.tamper('data', pack, inFirst);
    const before = [await repository.names('data'), await repository.names('index')];
    expect(await run({ dryRun: true })).toMatchObject({ packsDamaged: [pack], blobsSaved: 2, blobsLost: 1 });
    expect([await repository.names('data'), await repository.names('index')]).toEqual(before);
  });

  test('reads only the packs that are named', async () => {
    await repository.tamper('data', pack, inFirst);
    const other = (await repository.names('data')).find((name) => name !== pack) as Id;
    expect(await run({ packs: [other] })).toEqual({ ...sound, packsRead: 1 });
    expect(await run({ packs: [pack.slice(0, 20)] })).toMatchObject({ packsRead: 1, packsDamaged: [pack] });
    await expect(run({ packs: ['xyz'] })).rejects.toMatchObject({ code: 'file-not-found' });
    await expect(run({ packs: [''] })).rejects.toMatchObject({ code: 'id-ambiguous' });
  });

  test('touches nothing while an index file cannot be read', async () => {
    await repository.storeLoose(['loose']);
    await repository.tamper('data', pack, inFirst);
    await repository.tamper('index', (await repository.names('index'))[0] as Id, flipBit(9));
    await expect(run()).rejects.toMatchObject({ code: 'index-incomplete', data: { files: 1 } });
    expect(await repository.names('data')).toContain(pack);
  });
});
