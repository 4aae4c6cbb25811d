import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Id } from '../../src/main/engine/format/id.ts';
import type { RepairSnapshotsRequest, RepairSnapshotsResult } from '../../src/main/engine/operations/contract.ts';
import { prune } from '../../src/main/engine/operations/prune.ts';
import { repairIndex } from '../../src/main/engine/operations/repair-index.ts';
import { repairAndForgetSnapshots, repairSnapshots } from '../../src/main/engine/operations/repair-snapshots.ts';
import { LifeboatError } from '../../src/shared/errors/index.ts';
import { CommandLine, jsonLines } from '../support/command-line.ts';
import { InterceptedBackend } from '../support/intercepted-backend.ts';
import { flipBit, SmallRepository } from '../support/small-repository.ts';

describe('repair snapshots', () => {
  let repository: SmallRepository;
  let sound: Id;
  let hit: Id;

  beforeEach(async () => {
    repository = await SmallRepository.make();
    sound = await repository.store({ a: ['one'], b: { c: ['two'] } });
    hit = await repository.store({ a: ['one'], b: { c: ['two'], d: ['three', 'four'], e: { f: ['five'] } }, g: [] }, { tags: ['nightly'] });
  });
  afterEach(() => repository.close());

  const run = async (request: RepairSnapshotsRequest = {}): Promise<RepairSnapshotsResult> =>
    await repository.within('appending', async (session) => await repairSnapshots(session, request));

  const runAndForget = async (request: RepairSnapshotsRequest = {}): Promise<RepairSnapshotsResult> =>
    await repository.within('exclusive', async (session) => await repairAndForgetSnapshots(session, request));

  /** What a person does after a repair; the repository must then be as good as new. */
  const expectMended = async (snapshots: number): Promise<void> => {
    await repository.within('exclusive', async (session) => await prune(session, { maxUnused: { bytes: 0 } }));
    expect(await repository.check({ readData: 'all' })).toMatchObject({ sound: true, findings: [], snapshots });
  };

  /** The pack a snapshot's own folder lies in: all folders stored with it, none that were there before. */
  const treePackOf = async (snapshot: Id): Promise<Id> =>
    await repository.within('reading', async ({ repository: reading }) => {
      await reading.loadIndex();
      return reading.index.find('tree', (await reading.loadSnapshot(snapshot)).tree)?.pack as Id;
    });

  test('finds nothing to do in a sound repository', async () => {
    const files = await repository.names('data');
    expect(await run()).toEqual({
      outcome: 'completed',
      packsIndexed: 0,
      snapshots: 2,
      broken: [],
      unreadable: [],
      forgotten: [],
      locked: [],
    });
    expect(await repository.names('data')).toEqual(files);
    expect(await repository.names('snapshots')).toEqual([sound, hit].sort());
  });

  test('leaves out files without their content, and keeps all else', async () => {
    await repository.remove('data', await repository.packOf('three'));
    const [broken, ...others] = (await run()).broken;
    expect(others).toEqual([]);
    expect(broken).toMatchObject({ id: hit, isHopeless: false, lost: ['/b/d', '/b/e/f'], lostTruncated: false });
    expect(await repository.contents(broken?.repaired as Id)).toEqual({ '/a': 'one', '/b/c': 'two', '/g': '' });
    await repository.within('reading', async ({ repository: reading }) => {
      const [before, after] = await Promise.all([reading.loadSnapshot(hit), reading.loadSnapshot(broken?.repaired as Id)]);
      expect(after).toEqual({ ...before, tree: after.tree, original: hit, tags: ['nightly', 'repaired'] });
    });
    expect(await repository.names('snapshots')).toContain(hit);
  });

  test('does not repair twice', async () => {
    await repository.remove('data', await repository.packOf('three'));
    const first = await run();
    expect(await run()).toEqual({ ...first, snapshots: 3 });
    expect(await repository.names('snapshots')).toHaveLength(3);
    const { repaired } = first.broken[0] as { repaired: Id };
    expect(await runAndForget()).toMatchObject({ broken: [{ id: hit, repaired }], forgotten: [hit] });
    expect(await repository.names('snapshots')).toEqual([sound, repaired].sort());
  });

  test('after repair index, repair snapshots and prune everything is sound', async () => {
    await repository.remove('data', await repository.packOf('three'));
    await repository.within('exclusive', async (session) => await repairIndex(session));
    const { broken, forgotten } = await runAndForget();
    expect(forgotten).toEqual([hit]);
    expect(broken[0]?.lost).toEqual(['/b/d', '/b/e/f']);
    await expectMended(2);
    expect(await repository.contents(sound)).toEqual({ '/a': 'one', '/b/c': 'two' });
  });

  test('leaves out folders that cannot be read', async () => {
    const later = await repository.store({ a: ['one'], b: { c: ['two'] }, h: ['six'] }, { time: '2026-01-02T00:00:00Z' });
    await repository.remove('data', await treePackOf(sound));
    await repository.within('exclusive', async (session) => await repairIndex(session));
    const { broken, forgotten } = await runAndForget();
    expect(broken).toMatchObject([
      { id: sound, isHopeless: true, repaired: undefined, lost: ['/'] },
      { id: later, isHopeless: false, lost: ['/b'] },
    ]);
    expect(forgotten.sort()).toEqual([sound, later].sort());
    await expectMended(2);
    expect(await repository.contents(broken.find(({ id }) => id === later)?.repaired as Id)).toEqual({ '/a': 'one', '/h': 'six' });
  });

  test('a folder of which nothing is left goes, and a snapshot of which nothing is left is no restore point', async () => {
    const lost = await repository.store({ x: { y: ['seven'] } });
    await repository.remove('data', await repository.packOf('seven'));
    expect((await run()).broken).toEqual([{ id: lost, repaired: undefined, isHopeless: true, lost: ['/x/y'], lostTruncated: false }]);
    expect(await repository.names('snapshots')).toHaveLength(3);
    expect((await runAndForget()).forgotten).toEqual([lost]);
  });

  test('a dry run says the same and changes nothing', async () => {
    await repository.remove('data', await repository.packOf('three'));
    const before = [await repository.names('data'), await repository.names('snapshots'), await repository.names('index')];
    const { broken, forgotten } = await runAndForget({ dryRun: true });
    expect(broken).toMatchObject([{ id: hit, repaired: undefined, isHopeless: false, lost: ['/b/d', '/b/e/f'] }]);
    expect(forgotten).toEqual([]);
    expect([await repository.names('data'), await repository.names('snapshots'), await repository.names('index')]).toEqual(before);
  });

  test('looks only at what is chosen', async () => {
    await repository.remove('data', await repository.packOf('three'));
    expect(await run({ snapshots: [sound.slice(0, 20)] })).toMatchObject({ snapshots: 1, broken: [] });
    expect(await run({ filter: { tags: [['nightly']] } })).toMatchObject({ snapshots: 1, broken: [{ id: hit }] });
  });

  test('what the index lacks although it is there is named again, not taken for lost', async () => {
    for (const name of await repository.names('index')) await repository.remove('index', name);
    expect(await run({ dryRun: true })).toMatchObject({ outcome: 'completed', packsIndexed: 4, broken: [] });
    expect(await repository.names('index')).toEqual([]);
    expect(await runAndForget()).toMatchObject({ outcome: 'completed', packsIndexed: 4, broken: [], forgotten: [] });
    expect(await repository.names('snapshots')).toEqual([sound, hit].sort());
    expect(await repository.check({ readData: 'all' })).toMatchObject({ sound: true, findings: [] });
    expect(await run()).toMatchObject({ packsIndexed: 0 });
  });

  test('an index file that cannot be read does not hide what it named', async () => {
    const pack = await repository.packOf('three');
    for (const name of await repository.names('index')) await repository.tamper('index', name, flipBit(40));
    await repository.remove('data', pack);
    expect(await runAndForget()).toMatchObject({ packsIndexed: 3, broken: [{ id: hit, lost: ['/b/d', '/b/e/f'] }], forgotten: [hit] });
    await repository.within('exclusive', async (session) => await repairIndex(session));
    await expectMended(2);
  });

  test('judges nothing while data files cannot be read', async () => {
    for (const name of await repository.names('index')) await repository.remove('index', name);
    const session = await repository.engine.open(
      new InterceptedBackend(repository.backend, async ({ operation, handle }, proceed) => {
        if (operation === 'load' && handle.type === 'data') throw new LifeboatError('io-failed', { path: handle.name, reason: 'EIO' });
        return await proceed();
      }),
      'small',
      'exclusive',
    );
    await expect(repairAndForgetSnapshots(session)).rejects.toMatchObject({ code: 'io-failed' });
    await session.close();
    expect(await repository.names('snapshots')).toEqual([sound, hit].sort());
  });

  test('a data file that no index can name is lost, not missing from the index', async () => {
    const pack = await repository.packOf('three');
    await repository.tamper('data', pack, (bytes) => bytes.slice(0, -1));
    for (const name of await repository.names('index')) await repository.remove('index', name);
    await repository.within('exclusive', async (session) => await repairIndex(session));
    expect(await runAndForget()).toMatchObject({ broken: [{ id: hit, lost: ['/b/d', '/b/e/f'] }] });
    await expectMended(2);
  });

  test('removes snapshot files whose bytes rotted, and names them', async () => {
    await repository.tamper('snapshots', hit, flipBit(5));
    expect(await run()).toMatchObject({ outcome: 'completed-with-warnings', unreadable: [hit], forgotten: [] });
    expect(await repository.names('snapshots')).toContain(hit);
    expect(await runAndForget()).toMatchObject({ unreadable: [hit], forgotten: [hit] });
    await expectMended(1);
  });
});

describe('the command repair snapshots', () => {
  let line: CommandLine;
  let snapshot: string;
  /** The data file with the first backup's content. */
  let content: string;

  beforeAll(async () => {
    line = await CommandLine.make({ 'rx.csv': 'one\n', 'scans/a.png': 'picture' });
    snapshot = (await line.json(['backup', line.source]))[0]?.snapshot_id as string;
    content = smallestFile(line.path('repository', 'data'));
    line.write({ 'new.csv': 'two\n' });
    await line.ok(['backup', line.source]);
  });
  afterAll(() => line.remove());

  test('names what is lost and mends the repository', async () => {
    expect(await line.ok(['repair', 'snapshots'])).toBe('Looked at 2 snapshots.\nNone of them is broken.\n');
    rmSync(content);
    await line.run(['repair', 'index']);

    const dry = await line.run(['repair', 'snapshots', '--dry-run']);
    expect(dry.code).toBe(3);
    expect(dry.stderr).toContain(`Cannot be saved: ${snapshot.slice(0, 8)} ${line.source}/rx.csv\n`);
    expect(dry.stdout).toContain('this was a dry run');

    const { code, stdout } = await line.run(['repair', 'snapshots', '--forget', '--json']);
    expect(code).toBe(3);
    const objects = jsonLines(stdout).filter(({ message_type }) => message_type !== 'status');
    expect(objects.map(({ message_type }) => message_type)).toEqual(['broken_snapshot', 'broken_snapshot', 'summary']);
    expect(objects[0]).toMatchObject({ id: snapshot, hopeless: true });
    expect(objects[1]).toMatchObject({ hopeless: false, repaired: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(objects[2]).toMatchObject({ outcome: 'completed-with-warnings', snapshots_broken: 2, snapshots_repaired: 1 });
    await line.ok(['prune', '--max-unused', '0']);
    expect((await line.json(['check', '--read-data'])).at(-1)).toMatchObject({ sound: true, snapshots: 1 });
    expect(await line.ok(['repair', 'snapshots', '--tag', 'repaired'])).toContain('Looked at 1 snapshot.');
  });

  test('names again in an index what was lost from it', async () => {
    rmSync(line.path('repository', 'index'), { recursive: true });
    expect(await line.ok(['repair', 'snapshots', '--forget'])).toContain('that no index named: named in it again.');
    expect((await line.json(['check', '--read-data'])).at(-1)).toMatchObject({ sound: true, snapshots: 1 });
  });
});

/** Of a backup of two small files that is the one with their content; the other holds the folders. */
function smallestFile(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return paths.sort((a, b) => statSync(a).size - statSync(b).size)[0] as string;
}
