import { mkdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { noise } from '../../demo/sample-pharmacy/random.ts';
import type { Backend, FileType } from '../../src/main/engine/backend/index.ts';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import {
  type Access,
  type CheckResult,
  check,
  createEngine,
  type Id,
  listSnapshots,
  prune,
  type RepairSnapshotsResult,
  repairAndForgetSnapshots,
  repairIndex,
  repairPacks,
  restore,
  type Sessions,
} from '../../src/main/engine/index.ts';
import { type Anatomy, anatomyOf, lostPaths, missedBy, nameOf } from '../support/anatomy.ts';
import { blobsHit, type Damage, damaged, damagesOf, everywhere, namesHit, partsOfPack } from '../support/damaged-files.ts';
import { isMissing, PARTS } from '../support/parts.ts';
import { type Disk, readDisk } from '../support/power/disk.ts';
import { resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { SmallRepository } from '../support/small-repository.ts';
import { QUICK_ENGINE } from '../support/quick-engine.ts';
import { codeOf } from '../support/verbs.ts';
import { type Contents, contentsBelow } from '../support/wasteful-site.ts';

/** Damages tried at a time: taking a lock is mostly waiting. */
const AT_A_TIME = 8;
/** Of so many repaired repositories restic looks into one. */
const RESTIC_EVERY = 12;

let scratch: Scratch;
let small: SmallRepository;
let disk: Disk;
let anatomy: Anatomy;
/** By snapshot, what it holds. */
const contents = new Map<Id, Contents>();
let copies = 0;

beforeAll(async () => {
  scratch = scratchFolder();
  const place = new LocalBackend(`${scratch.path}/sound`);
  small = await SmallRepository.make(place);
  const piece = (name: string): string => noise(name, 500).toString('base64');
  const [one, two, three] = [piece('one'), piece('two'), piece('three')];
  const scans = { 'a.png': [piece('a')], 'b.png': [piece('b'), two], old: { 'c.png': [piece('c')] } };
  await small.store({ 'rx.db': [one, two], scans });
  await small.store({ 'rx.db': [one, three], scans, 'note.txt': [piece('note')] }, { time: '2026-01-02T00:00:00Z' });
  await small.store({ 'rx.db': [one, three], scans: { 'a.png': [piece('a')], 'd.png': [piece('d')] } }, { time: '2026-01-03T00:00:00Z' });
  anatomy = await small.within('reading', async ({ repository }) => await anatomyOf(repository));
  for (const id of anatomy.snapshots.keys()) contents.set(id, await restored(place, id));
  disk = readDisk(place.location);
});
afterAll(async () => {
  await small.close();
  scratch.remove();
});

/** What is expected of a damage. */
interface Expected {
  /** Findings of a check that reads everything: kind and id. */
  findings: string[];
  /** Blobs that are lost until the repair. */
  lost: ReadonlySet<string>;
  /** Blobs that no repair brings back. */
  lostForGood: ReadonlySet<string>;
  /** Snapshots whose own file is lost. */
  snapshotsLost: readonly Id[];
}
const NOTHING: ReadonlySet<string> = new Set();

describe('every pack', () => {
  test('removed, cut, and with bits changed', async () => {
    const damages = filesIn('data').flatMap((path) => damagesOf(disk, path, partsOfPack(disk, path, anatomy)));
    await assertAll(damages, (damage) => {
      const lost = namesHit(damage, anatomy);
      return { findings: packFindings(damage), lost, lostForGood: lost, snapshotsLost: [] };
    });
  });
});

describe('every index file', () => {
  test('removed, cut, and with bits changed: the packs say what was in it', async () => {
    await assertAll(damagesInto('index'), (damage) => {
      const index = basename(damage.path);
      const packs = anatomy.indexes.get(index) ?? [];
      const unknown = new Set(anatomy.blobs.filter(({ pack }) => packs.includes(pack)).map(nameOf));
      const unreadable = damage.bytes === undefined ? [] : [`index-unreadable ${index}`];
      const findings = [...unreadable, ...packs.map((pack) => `pack-not-indexed ${pack}`), ...missedBy(anatomy, unknown)];
      return { findings, lost: unknown, lostForGood: NOTHING, snapshotsLost: [] };
    });
  });
});

describe('every snapshot file', () => {
  test('removed, cut, and with bits changed: the others are untouched', async () => {
    await assertAll(damagesInto('snapshots'), (damage) => {
      const id = basename(damage.path);
      // Of one that is gone nothing tells that it ever was.
      const findings = damage.bytes === undefined ? [] : [`snapshot-unreadable ${id}`];
      return { findings, lost: NOTHING, lostForGood: NOTHING, snapshotsLost: [id] };
    });
  });
});

describe('the config', () => {
  test('removed: said so; cut or changed: damaged', async () => {
    for (const damage of damagesOf(disk, 'config', everywhere(disk, 'config'))) {
      const expected =
        damage.bytes === undefined ? { code: 'config-missing' } : { code: 'file-damaged', data: { type: 'config', name: 'config' } };
      await expect(within(await copyWith(damage), 'reading', async () => undefined)).rejects.toMatchObject(expected);
    }
  });
});

describe('the only key', () => {
  test('removed, cut, and with any single bit of it changed', async () => {
    const [path] = filesIn('keys') as [string];
    const { length } = disk.files.get(path) as Buffer;
    const outcomes = new Set<string>();
    for (const damage of damagesOf(
      disk,
      path,
      Array.from({ length }, (_, at) => at),
    )) {
      const place = await copyWith(damage);
      const outcome = await within(place, 'reading', async () => 'opens').catch(codeOf);
      const isChanged = damage.flippedAt !== undefined;
      // A bit of what nobody needs to open it, such as when it was made.
      const allowed = damage.bytes === undefined ? ['file-not-found'] : isChanged ? ['file-damaged', 'opens'] : ['file-damaged'];
      expect({ damage: damage.name, allowed }).toEqual({ damage: damage.name, allowed: expect.arrayContaining([outcome]) });
      outcomes.add(outcome);
    }
    expect([...outcomes].sort()).toEqual(['file-damaged', 'file-not-found', 'opens']);
  });
});

describe('the lock of somebody else', () => {
  test('removed or empty: there is none; cut or changed: it may be any, until a person removes it', async () => {
    const held = await lockedDisk();
    const [path] = [...held.files.keys()].filter((file) => file.startsWith('locks/')) as [string];
    for (const damage of damagesOf(held, path, everywhere(held, path))) {
      const place = await inMemory(damaged(held, damage));
      const isGone = damage.length === 0;
      const opened = await within(place, 'appending', async () => 'opens').catch(codeOf);
      expect({ damage: damage.name, opened }).toEqual({ damage: damage.name, opened: isGone ? 'opens' : 'repository-locked' });
      expect((await within(place, 'reading', async (session) => await check(session, { readData: 'all' }))).sound).toBe(true);
      await small.engine.unlock(place, 'small', { all: true });
      expect(await within(place, 'exclusive', async () => await Array.fromAsync(place.list('locks')))).toHaveLength(1);
    }
  });
});

/** Paths of the files of a type. */
function filesIn(type: string): string[] {
  return [...disk.files.keys()].filter((path) => path.startsWith(`${type}/`)).sort();
}

function damagesInto(type: string): Damage[] {
  return filesIn(type).flatMap((path) => damagesOf(disk, path, everywhere(disk, path)));
}

function packFindings(damage: Damage): string[] {
  const pack = basename(damage.path);
  const hit = blobsHit(damage, anatomy);
  const blobs = hit.map(({ id }) => `blob-damaged ${id}`);
  if (damage.bytes === undefined) return [`pack-missing ${pack}`];
  if (damage.flippedAt === undefined) return [`pack-wrong-size ${pack}`, ...blobs];
  if (hit.length === 0) return [`pack-header-damaged ${pack}`];
  return [...hit.filter(({ type }) => type === 'tree').map(({ id }) => `tree-damaged ${id}`), ...blobs];
}

async function assertAll(damages: Damage[], expectedOf: (damage: Damage) => Expected): Promise<void> {
  const queue = damages.entries();
  const lane = async (): Promise<void> => {
    for (const [at, damage] of queue) await assertFoundAndRepaired(damage, expectedOf(damage), at % RESTIC_EVERY === 0);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
}

async function assertFoundAndRepaired(damage: Damage, expected: Expected, withRestic: boolean): Promise<void> {
  const label = `${damage.path} ${damage.name}`;
  const place = await copyWith(damage);
  const found = await within(place, 'reading', async (session) => await check(session, { readData: 'all' }));
  expect({ label, ...summaryOf(found) }).toEqual({ label, findings: [...expected.findings].sort(), damagedFiles: damagedFiles(expected) });
  const repaired = await repair(place);
  expect({ label, lost: lostOf(repaired) }).toEqual({ label, lost: brokenSnapshots(expected) });
  const after = await within(place, 'reading', async (session) => await check(session, { readData: 'all' }));
  expect({ label, sound: after.sound, findings: after.findings }).toEqual({ label, sound: true, findings: [] });
  expect({ label, contents: await everything(place) }).toEqual({ label, contents: remaining(expected, repaired) });
  if (withRestic && !isMissing(PARTS.restic)) await resticChecks(place);
}

function summaryOf({ findings, damagedFiles: files }: CheckResult): { findings: string[]; damagedFiles: string[] } {
  return {
    findings: findings.map(({ kind, id }) => `${kind} ${id}`).sort(),
    damagedFiles: files.map(({ snapshot, path }) => `${snapshot} ${path}`).sort(),
  };
}

function damagedFiles({ lost, snapshotsLost }: Expected): string[] {
  const snapshots = [...anatomy.snapshots].filter(([id]) => !snapshotsLost.includes(id));
  return snapshots.flatMap(([id, folder]) => lostPaths(folder, lost).map((path) => `${id} ${path}`)).sort();
}

/** All a person can do, one after the other. */
async function repair(place: Backend): Promise<RepairSnapshotsResult> {
  await within(place, 'exclusive', async (session) => await repairIndex(session));
  await within(place, 'exclusive', async (session) => await repairPacks(session));
  const result = await within(place, 'exclusive', async (session) => await repairAndForgetSnapshots(session));
  await within(place, 'exclusive', async (session) => await prune(session, { maxUnused: { bytes: 0 } }));
  return result;
}

/** By snapshot what could not be saved of it. */
function lostOf({ broken }: RepairSnapshotsResult): Record<Id, string[]> {
  return Object.fromEntries(broken.map(({ id, lost }) => [id, [...lost].sort()]));
}

function brokenSnapshots({ lostForGood, snapshotsLost }: Expected): Record<Id, string[]> {
  const broken = [...anatomy.snapshots].map(([id, folder]): [Id, string[]] => [id, lostPaths(folder, lostForGood).sort()]);
  return Object.fromEntries(broken.filter(([id, lost]) => lost.length > 0 && !snapshotsLost.includes(id)));
}

/** What must be there in the end, by snapshot. One of which nothing is left is no snapshot. */
function remaining({ lostForGood, snapshotsLost }: Expected, { broken }: RepairSnapshotsResult): Record<Id, Contents> {
  const result: Record<Id, Contents> = {};
  for (const [id, folder] of anatomy.snapshots) {
    if (snapshotsLost.includes(id)) continue;
    const lost = lostPaths(folder, lostForGood);
    const isLost = (path: string): boolean => lost.some((gone) => gone === '/' || `/${path}` === gone || `/${path}`.startsWith(`${gone}/`));
    const rest = Object.entries(contents.get(id) as Contents).filter(([path]) => !isLost(path));
    const now = lost.length === 0 ? id : broken.find((entry) => entry.id === id)?.repaired;
    if (rest.length > 0) result[now ?? 'not repaired'] = Object.fromEntries(rest);
  }
  return result;
}

/** What every snapshot gives back. */
async function everything(place: Backend): Promise<Record<Id, Contents>> {
  const { snapshots } = await within(place, 'reading', async (session) => await listSnapshots(session));
  const result: Record<Id, Contents> = {};
  for (const { id } of snapshots) result[id] = await restored(place, id);
  return result;
}

async function restored(place: Backend, snapshot: Id): Promise<Contents> {
  const target = `${scratch.path}/restored-${++copies}`;
  mkdirSync(target);
  await within(place, 'reading', async (session) => await restore(session, { snapshot, target }));
  const result = contentsBelow(target);
  rmSync(target, { recursive: true });
  return result;
}

/** The repository while another PC holds it. */
async function lockedDisk(): Promise<Disk> {
  const place = new LocalBackend(`${scratch.path}/sound`);
  const identity = { hostname: 'dispensary', username: 'ben', uid: 0, gid: 0, pid: 4242 };
  const engine = createEngine({ clock: small.engine.context.clock, identity, program: 'lifeboat test', threads: 1, ...QUICK_ENGINE });
  try {
    const session = await engine.open(place, 'small', 'exclusive');
    const held = readDisk(place.location);
    await session.close();
    return held;
  } finally {
    await engine.close();
  }
}

async function copyWith(damage: Damage): Promise<MemoryBackend> {
  return await inMemory(damaged(disk, damage));
}

/** Many of them on a disk would be little but waiting for it. */
async function inMemory({ files }: Disk): Promise<MemoryBackend> {
  const place = new MemoryBackend();
  for (const [path, bytes] of files) await place.save({ type: path.split('/')[0] as FileType, name: basename(path) }, [bytes]);
  return place;
}

async function resticChecks(place: MemoryBackend): Promise<void> {
  const repo = `${scratch.path}/copy-${++copies}`;
  await new LocalBackend(repo).create();
  for (const type of ['keys', 'index', 'snapshots', 'data', 'config'] as const) {
    for await (const { name } of place.list(type)) await new LocalBackend(repo).save({ type, name }, [await place.load({ type, name })]);
  }
  await resticOk(['check', '--no-lock', '--read-data'], { repo, password: 'small' });
}

async function within<A extends Access, T>(place: Backend, access: A, work: (session: Sessions[A]) => Promise<T>): Promise<T> {
  return await small.within(access, work, place);
}
