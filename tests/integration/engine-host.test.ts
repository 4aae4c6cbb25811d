import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { EngineHost, HostBackupRequest, RepositoryAccess } from '../../src/main/engine-host/index.ts';
import { type Source, sourceSchema } from '../../src/shared/model/source.ts';
import { forkedHost, HOSTS } from '../support/engine-hosts.ts';
import { resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

const PASSWORD = 'this pc';

/** A tiny pharmacy: a database, scans, and both as a group. */
function pharmacy(root: string): Record<'database' | 'scans' | 'group', Source> {
  mkdirSync(join(root, 'scans'), { recursive: true });
  for (const number of [1, 2, 3]) writeFileSync(join(root, 'scans', `rx-${number}.tif`), `scan ${number}`.repeat(500));
  const database = new Database(join(root, 'dispensing.db'));
  database.exec('CREATE TABLE prescriptions (rx INTEGER PRIMARY KEY, filled_at TEXT)');
  const insert = database.prepare('INSERT INTO prescriptions (filled_at) VALUES (?)');
  for (let day = 1; day <= 40; day++) insert.run(`2026-10-${String((day % 28) + 1).padStart(2, '0')}T10:00:00Z`);
  database.close();
  const dispensing = {
    kind: 'sqlite',
    id: 'dispensing',
    name: 'Dispensing database',
    tier: 'critical',
    path: join(root, 'dispensing.db'),
    questions: [{ name: 'Last Rx number', sql: 'SELECT max(rx) FROM prescriptions' }],
  };
  const images = { kind: 'folder', id: 'scans', name: 'Scans', tier: 'important', paths: [join(root, 'scans')] };
  return {
    database: sourceSchema.parse(dispensing),
    scans: sourceSchema.parse(images),
    group: sourceSchema.parse({ kind: 'group', id: 'both', name: 'Database and scans', tier: 'critical', members: [dispensing, images] }),
  };
}

describe.each(Object.keys(HOSTS))('the engine host %s', (where) => {
  let scratch: Scratch;
  let host: EngineHost;
  let at: RepositoryAccess;
  // As in life, one host does all the work; every test has a repository of its own.
  beforeAll(() => {
    host = (HOSTS[where] as () => EngineHost)();
  });
  afterAll(async () => await host.close());
  beforeEach(async () => {
    scratch = scratchFolder();
    at = { location: join(scratch.path, 'repository'), password: PASSWORD };
    await host.createRepository({ at, label: 'pc-test' });
  });
  afterEach(() => scratch.remove());

  const request = (source: Source, extra: Partial<HostBackupRequest> = {}): HostBackupRequest => ({
    at,
    source,
    secrets: {},
    scratch: join(scratch.path, 'work'),
    installation: 'this-installation',
    run: 'run-1',
    ...extra,
  });

  it('backs up a database with its witness, lists it, proves it, and leaves no scratch behind', async () => {
    const { database } = pharmacy(scratch.path);
    const made = await host.backup(request(database));
    expect(made).toMatchObject({ isConsistent: true, warnings: [], notes: [] });
    expect(made.witness?.facts).toContainEqual({ kind: 'number', subject: 'question:Last Rx number', value: 40 });

    const [point] = await host.listPoints({ at });
    expect(point).toMatchObject({ source: 'dispensing', snapshot: made.snapshot, point: made.snapshot, installation: 'this-installation' });

    const proof = await host.prove({
      at,
      snapshot: made.snapshot,
      source: database,
      secrets: {},
      scratch: join(scratch.path, 'proof'),
      extent: 'full',
    });
    expect(proof).toMatchObject({ passed: true, level: 'opened', findings: [] });
    expect(proof.compared).toBeGreaterThan(1);
    expect(existsSync(join(scratch.path, 'work'))).toBe(false);
    expect(existsSync(join(scratch.path, 'proof'))).toBe(false);
  });

  it('tells how the work goes on', async () => {
    const { scans } = pharmacy(scratch.path);
    const kinds = new Set<string>();
    await host.backup(request(scans), { onProgress: ({ kind }) => kinds.add(kind) });
    expect([...kinds]).toEqual(expect.arrayContaining(['phase', 'done']));
  });

  it('captures a group as one snapshot, which restic restores', async () => {
    const { group } = pharmacy(scratch.path);
    const { snapshot, witness } = await host.backup(request(group));
    expect(witness?.facts.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['dispensing/question:Last Rx number']));
    const target = join(scratch.path, 'by-restic');
    await resticOk(['restore', snapshot, '--target', target], { repo: at.location, password: PASSWORD });
    const back = new Database(join(target, 'database', 'dispensing', readdirSync(join(target, 'database', 'dispensing'))[0] ?? ''), {
      readonly: true,
    });
    expect(back.prepare('SELECT count(*) AS rows FROM prescriptions').get()).toEqual({ rows: 40 });
    back.close();
    expect(readFileSync(join(target, scratch.path, 'scans', 'rx-2.tif'), 'utf8')).toBe('scan 2'.repeat(500));
  });

  it('tries a group, and tells what every part of it says', async () => {
    const { group, scans } = pharmacy(scratch.path);
    const tried = async (source: Source) => await host.testSource({ source, secrets: {}, scratch: join(scratch.path, 'work') });
    const { ok, witness, bytes } = await tried(group);
    // The database does not say how large it is: that of the scans alone would be a wrong answer.
    expect({ ok, bytes }).toEqual({ ok: true, bytes: undefined });
    expect(witness?.facts).toEqual(
      expect.arrayContaining([
        { kind: 'number', subject: 'dispensing/question:Last Rx number', value: 40 },
        { kind: 'count', subject: 'scans/files', value: 3 },
      ]),
    );
    expect((await tried(scans)).bytes).toBe(3 * 'scan 1'.length * 500);
  });

  it('restores a database in place and files beside, and undoes what it replaced', async () => {
    const { group } = pharmacy(scratch.path);
    const { snapshot } = await host.backup(request(group));
    const live = new Database(join(scratch.path, 'dispensing.db'));
    live.exec('DELETE FROM prescriptions WHERE rx > 10');
    live.close();
    const wish = {
      at,
      snapshot,
      source: group,
      secrets: {},
      scratch: join(scratch.path, 'restoring'),
      making: join(scratch.path, 'making'),
    };
    const plan = await host.planRestore({ ...wish, to: { way: 'in-place', keepIn: join(scratch.path, 'kept') } });
    expect(plan.parts[0]?.thrownAway).toContainEqual({ subject: 'question:Last Rx number', expected: '40', found: '10' });

    const result = await host.restore({ ...wish, to: { way: 'in-place', keepIn: join(scratch.path, 'kept') } });
    expect(result.parts[0]).toMatchObject({ part: 'dispensing', differences: [] });
    expect(rowsOf(join(scratch.path, 'dispensing.db'))).toBe(40);
    const kept = result.parts[0]?.kept ?? '';
    await host.undoRestore({
      source: group,
      secrets: {},
      part: 'dispensing',
      kept,
      place: result.parts[0]?.place ?? '',
      keepIn: join(scratch.path, 'kept'),
      scratch: join(scratch.path, 'undoing'),
    });
    expect(rowsOf(join(scratch.path, 'dispensing.db'))).toBe(10);

    const beside = await host.restore({ ...wish, to: { way: 'beside' } });
    const place = beside.parts[1]?.place ?? '';
    expect(place).not.toBe(join(scratch.path, 'scans'));
    expect(readdirSync(place).sort()).toEqual(['rx-1.tif', 'rx-2.tif', 'rx-3.tif']);
  });

  it('answers a question of a restore point, and lets its files be browsed and searched', async () => {
    const { group } = pharmacy(scratch.path);
    const { snapshot } = await host.backup(request(group));
    const asked = {
      at,
      snapshot,
      source: group,
      secrets: {},
      part: 'dispensing',
      question: 'Last Rx number',
      scratch: join(scratch.path, 'asking'),
    };
    expect(await host.ask(asked)).toBe(40);
    const names = (await host.browse({ at, snapshot, path: join(scratch.path, 'scans') })).map(({ name }) => name);
    expect(names).toEqual(['rx-1.tif', 'rx-2.tif', 'rx-3.tif']);
    const found = await host.search({ at, find: { patterns: ['*RX-2*'], ignoreCase: true } });
    expect(found.map(({ entry }) => entry.name)).toEqual(['rx-2.tif']);
  });

  it('finds that packs were swapped', async () => {
    const { database } = pharmacy(scratch.path);
    const { snapshot } = await host.backup(request(database));
    for (const folder of readdirSync(join(at.location, 'data'))) {
      for (const pack of readdirSync(join(at.location, 'data', folder)))
        writeFileSync(join(at.location, 'data', folder, pack), 'not what was stored'.repeat(100_000));
    }
    const proof = await host.prove({ at, snapshot, source: database, secrets: {}, scratch: join(scratch.path, 'proof'), extent: 'full' });
    expect(proof).toMatchObject({ passed: false });
    expect(proof.findings[0]).toMatchObject({ kind: 'damaged' });
  });

  it('finds that a database was emptied since the point before', async () => {
    const { database } = pharmacy(scratch.path);
    const before = await host.backup(request(database));
    const live = new Database(join(scratch.path, 'dispensing.db'));
    live.exec('DELETE FROM prescriptions');
    live.close();
    const { snapshot } = await host.backup(request(database, { run: 'run-2' }));
    const proof = await host.prove({
      at,
      snapshot,
      source: database,
      secrets: {},
      scratch: join(scratch.path, 'proof'),
      extent: 'full',
      ...(before.witness && { previous: before.witness }),
    });
    expect(proof.findings).toContainEqual({ kind: 'shrunk', subject: 'rows:prescriptions', before: 40, now: 0 });
  });

  it('never calls a vanished folder a success', async () => {
    const { scans } = pharmacy(scratch.path);
    await host.backup(request(scans));
    rmSync(join(scratch.path, 'scans'), { recursive: true });
    await expect(host.backup(request(scans))).rejects.toMatchObject({ code: 'source-not-found' });
    mkdirSync(join(scratch.path, 'scans'));
    for (const _time of ['first', 'second']) {
      await expect(host.backup(request(scans))).rejects.toMatchObject({ code: 'source-empty' });
    }
  });

  it('keeps a seal and gives the newest back', async () => {
    const files = [{ name: 'settings.json', content: '{"a":1}' }];
    await host.saveSeal({ at, installation: 'one', files });
    await host.saveSeal({ at, installation: 'one', files: [{ name: 'settings.json', content: '{"a":2}' }] });
    expect(await host.readSeal({ at })).toMatchObject({ installation: 'one', files: [{ name: 'settings.json', content: '{"a":2}' }] });
    expect(await host.readSeal({ at, of: 'another' })).toBeUndefined();
    expect(await host.listPoints({ at })).toEqual([]);
  });

  it('writes nothing more where another PC took over: no backup, no seal, no copy', async () => {
    const { database } = pharmacy(scratch.path);
    const second = { location: join(scratch.path, 'second'), password: PASSWORD };
    await host.createRepository({ at: second, label: 'pc-test', from: at });
    const { snapshot } = await host.backup(request(database));
    await host.saveSeal({ at: second, installation: 'new', tookOver: 'old', files: [] });
    const { installation } = request(database);
    const retired = { code: 'installation-retired', data: { location: second.location } };
    await host.copy({ from: at, to: second, snapshots: [snapshot], installation });
    const by = { installation: 'old' };
    await expect(host.copy({ from: at, to: second, snapshots: [snapshot], ...by })).rejects.toMatchObject(retired);
    await expect(host.saveSeal({ at: second, files: [], ...by })).rejects.toMatchObject(retired);
    await expect(host.backup(request(database, { at: second, ...by }))).rejects.toMatchObject(retired);
    // Elsewhere nobody knows of it yet.
    await host.saveSeal({ at, files: [], ...by });
  });

  it('copies to a second repository that the same keys open, and forgets what is not kept', async () => {
    const { database } = pharmacy(scratch.path);
    const second = { location: join(scratch.path, 'second'), password: PASSWORD };
    await host.createRepository({ at: second, label: 'pc-test', from: at });
    const first = await host.backup(request(database));
    const later = await host.backup(request(database, { run: 'run-2' }));
    const { copied } = await host.copy({ from: at, to: second, snapshots: [first.snapshot, later.snapshot], installation: 'here' });
    expect(copied.map(({ source }) => source).sort()).toEqual([first.snapshot, later.snapshot].sort());
    const points = await host.listPoints({ at: second });
    expect(points.map(({ point }) => point).sort()).toEqual([first.snapshot, later.snapshot].sort());

    const policies = [{ source: 'dispensing', retention: { last: 1 } }];
    const { forgotten } = await host.maintain({ at: second, policies, pins: [] });
    expect(forgotten).toHaveLength(1);
    const pinned = await host.maintain({ at, policies, pins: [{ snapshot: first.snapshot, reason: 'newest proven' }] });
    expect(pinned.forgotten).toEqual([]);
    expect((await host.check({ at: second, readData: 'all' })).sound).toBe(true);
  });

  it('gives a repository the keys it lacks and takes retired ones away', async () => {
    const second = { location: join(scratch.path, 'second'), password: PASSWORD };
    await host.createRepository({ at: second, label: 'pc-test', from: at });
    const { keyId: old } = await host.addKey({ at, newPassword: 'old paper', label: 'recovery-owner' });
    await host.alignKeys({ from: at, to: second, retired: [] });
    expect(await host.listKeys({ at: { ...second, password: 'old paper' } })).toHaveLength(2);
    await host.addKey({ at, newPassword: 'new paper', label: 'recovery-owner' });
    await host.alignKeys({ from: at, to: second, retired: [old] });
    await expect(host.listKeys({ at: { ...second, password: 'old paper' } })).rejects.toMatchObject({ code: 'wrong-password' });
    expect(await host.listKeys({ at: { ...second, password: 'new paper' } })).toHaveLength(2);
  });

  it('gives its key to a repository of the same master keys that its password does not open yet, and to no other', async () => {
    const disk = { location: join(scratch.path, 'disk'), password: PASSWORD };
    await host.addKey({ at, newPassword: 'the dead PC', label: 'pc-dead' });
    await host.createRepository({ at: disk, label: 'pc-test', from: at });
    const anew = { ...at, password: 'the new PC' };
    await host.addKey({ at, newPassword: anew.password, label: 'pc-new' });
    const diskAnew = { ...disk, password: anew.password };
    await expect(host.listPoints({ at: diskAnew })).rejects.toMatchObject({ code: 'wrong-password' });
    await host.alignKeys({ from: anew, to: diskAnew, retired: [] });
    expect((await host.listKeys({ at: diskAnew })).map(({ label, current }) => [label, current])).toContainEqual(['pc-new', true]);

    const foreign = { location: join(scratch.path, 'foreign'), password: 'somebody else' };
    await host.createRepository({ at: foreign, label: 'pc-foreign' });
    const asked = host.alignKeys({ from: anew, to: { ...foreign, password: anew.password }, retired: [] });
    await expect(asked).rejects.toMatchObject({ code: 'wrong-password' });
    expect(readdirSync(join(foreign.location, 'keys'))).toHaveLength(1);
  });

  it('stops when it is told to', async () => {
    const { database } = pharmacy(scratch.path);
    const stop = new AbortController();
    const work = host.backup(request(database), { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(work).rejects.toMatchObject({ code: 'aborted' });
    expect(await host.listPoints({ at })).toEqual([]);
  });

  it('says with a code what is wrong', async () => {
    await expect(host.listPoints({ at: { ...at, password: 'wrong' } })).rejects.toMatchObject({ code: 'wrong-password' });
    await expect(host.listPoints({ at: { ...at, location: join(scratch.path, 'nowhere') } })).rejects.toMatchObject({
      code: 'repository-not-found',
    });
  });
});

describe('an engine process that dies', () => {
  it('ends what it did with engine-died, is reported, and is there again', async () => {
    const scratch = scratchFolder();
    const { host, process: newest, deaths } = forkedHost();
    try {
      const at = { location: join(scratch.path, 'repository'), password: PASSWORD };
      await host.createRepository({ at, label: 'pc-test' });
      const { scans } = pharmacy(scratch.path);
      const wish = { at, source: scans, secrets: {}, scratch: join(scratch.path, 'work'), installation: 'i', run: 'r' };
      const work = host.backup(wish, { onProgress: () => newest()?.end(true) });
      await expect(work).rejects.toMatchObject({ code: 'engine-died', retryable: true });
      expect(deaths).toEqual(['SIGKILL']);
      expect((await host.backup(wish)).files).toBe(3);
    } finally {
      await host.close();
      scratch.remove();
    }
  });
});

function rowsOf(path: string): number {
  const database = new Database(path, { readonly: true });
  try {
    return (database.prepare('SELECT count(*) AS rows FROM prescriptions').get() as { rows: number }).rows;
  } finally {
    database.close();
  }
}
