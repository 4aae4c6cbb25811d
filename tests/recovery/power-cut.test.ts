import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copy, type Engine, type Id, listSnapshots } from '../../src/main/engine/index.ts';
import { finished } from '../support/finished.ts';
import { engineOf, OLD_PASSWORD } from '../support/jobs.ts';
import { carryOut, type Order, type OrderedJob } from '../support/orders.ts';
import { isMissing, PARTS } from '../support/parts.ts';
import { DAMAGES } from '../support/power/damages.ts';
import { type Disk, readDisk, writeDisk } from '../support/power/disk.ts';
import type { DiskEvent } from '../support/power/disk-event.ts';
import { type Damage, RecordedDisk } from '../support/power/power-cut.ts';
import { program } from '../support/program.ts';
import { Inspector } from '../support/recovery-facts.ts';
import { BrokenSite } from '../support/kills/broken-site.ts';
import { codeOf } from '../support/verbs.ts';
import { resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { type Contents, contentsBelow, copyOf, makeWastefulSite, type WastefulSite } from '../support/wasteful-site.ts';

/** States tried at a time. */
const AT_A_TIME = 4;
/** After every so many states the next backup is tried too: taking a lock is mostly waiting. */
const BACKUP_EVERY = 4;
/** After every so many states the repair is done again. */
const REPAIR_EVERY = 6;
/** Of the folders that init makes, after every so many the power goes. */
const FOLDERS_EVERY = 100;

let scratch: Scratch;
let engine: Engine;
let template: WastefulSite;
let folders = 0;

beforeAll(async () => {
  scratch = scratchFolder();
  engine = engineOf(process.pid);
  template = await makeWastefulSite(engine, scratch.path);
});
afterAll(async () => {
  await engine.close();
  scratch.remove();
});

/** What was there, what was ordered, and all that happened to the disk. */
interface Recording {
  order: Order;
  before: Disk;
  events: DiskEvent[];
  site: WastefulSite;
}

/** A disk after a power cut. */
interface State {
  disk: Disk;
  /** Where and how the power went. */
  cut: string;
  isFinished: boolean;
}

describe.each<OrderedJob>(['backup', 'copy', 'forget', 'prune', 'repair-index'])('the power goes during %s', (job) => {
  test('at any moment, in any way', async () => {
    const recording = await record(job);
    const states = statesOf(recording);
    // Each folder that is synced makes a difference at least.
    expect(states.length).toBeGreaterThan(recording.events.filter(({ did }) => did === 'sync').length);
    const queue = states.entries();
    const lane = async (): Promise<void> => {
      for (const [number, state] of queue) await assertRecovers(recording, state, number);
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  });
});

describe('the power goes during init', () => {
  test('at any moment, in any way: it can be made again, or it is there', async () => {
    const repository = `${scratch.path}/init-${++folders}`;
    mkdirSync(repository);
    const site = { ...template, repository, expected: new Map() };
    const recording = await recordOrder({ job: 'init', repository }, site);
    // The folders for packs are 256 alike.
    const states = statesOf(recording, (done) => recording.events[done - 1]?.did !== 'mkdir' || done % FOLDERS_EVERY === 0);
    expect(states.some(({ isFinished }) => isFinished)).toBe(true);
    const queue = states.values();
    const lane = async (): Promise<void> => {
      for (const state of queue) await assertInitRecovers(site, state);
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  });
});

describe('the power goes during repair snapshots', () => {
  test('at any moment, in any way: what was left of each snapshot can be had', async () => {
    const site = await BrokenSite.make(engine, `${scratch.path}/broken-${++folders}`);
    const order: Order = { job: 'repair-snapshots', repository: site.repository };
    const states = statesOf(await recordOrder(order, { ...template, repository: site.repository }));
    for (const [number, { disk, isFinished }] of states.entries()) {
      rmSync(site.repository, { recursive: true });
      writeDisk(site.repository, disk);
      await expect(site.prove()).resolves.toBeUndefined();
      if (!isFinished && number % REPAIR_EVERY !== 0) continue;
      if (!isFinished) await carryOut(engine, order, { opened: () => undefined, finished: () => undefined });
      await site.proveRepaired();
    }
  });
});

test('a disk that does nothing when told to sync would lose what is finished', async () => {
  const recording = await record('backup');
  const events = recording.events.filter((event) => !('before' in event));
  const unsynced = new RecordedDisk(recording.before, events);
  for (const how of ['all lost', 'names without content', 'names with half the content']) {
    const disk = unsynced.after(events.length, DAMAGES[how] as Damage);
    await expect(assertRecovers({ ...recording, events }, { disk, cut: how, isFinished: true }, 1)).rejects.toThrow();
  }
});

async function record(job: OrderedJob): Promise<Recording> {
  const { site, order } = await prepare(job);
  return await recordOrder(order, site);
}

async function recordOrder(order: Order, site: WastefulSite): Promise<Recording> {
  const before = readDisk(site.repository);
  const log = `${scratch.path}/events-${folders}.json`;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program('power/process'), JSON.stringify(order), log], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  expect(await finished(child)).toMatchObject({ code: 0, stderr: '' });
  const events = JSON.parse(readFileSync(log, 'utf8')) as DiskEvent[];
  // Nothing went by unrecorded.
  expect(new RecordedDisk(before, events).after(events.length, DAMAGES['nothing lost'] as Damage)).toEqual(readDisk(site.repository));
  return { order, before, events, site };
}

async function prepare(job: OrderedJob): Promise<{ site: WastefulSite; order: Order }> {
  const repository = `${scratch.path}/site-${++folders}`;
  if (job === 'copy') return { site: await makeHalfCopied(repository), order: { job, repository, from: template.repository } };
  const site = await copyOf(template, repository);
  if (job === 'backup') return { site, order: { job, repository, source: site.source } };
  if (job === 'forget') return { site, order: { job, repository, snapshots: [...site.expected.keys()].slice(0, 1) } };
  return { site, order: { job, repository } };
}

/** A repository into which one of the template's snapshots was copied already. */
async function makeHalfCopied(repository: string): Promise<WastefulSite> {
  await engine.init(repository, OLD_PASSWORD);
  const [first, contents] = [...template.expected][0] as [Id, Contents];
  const from = await engine.open(template.repository, OLD_PASSWORD, 'reading');
  const to = await engine.open(repository, OLD_PASSWORD, 'appending');
  try {
    const { copied } = await copy(from, to, { snapshots: [first] });
    // As copying tools do: fewer folders to make for every state, and some for the copy to make.
    for (const folder of readdirSync(`${repository}/data`).filter((name) => readdirSync(`${repository}/data/${name}`).length === 0))
      rmdirSync(`${repository}/data/${folder}`);
    return { repository, source: template.source, expected: new Map(copied.map((pair) => [pair.copy, contents])) };
  } finally {
    await to.close();
    await from.close();
  }
}

/** Every different state of the disk that a power cut at any moment may leave. */
function statesOf({ before, events }: Recording, isLookedAt: (done: number) => boolean = () => true): State[] {
  const recorded = new RecordedDisk(before, events);
  const states = new Map<string, State>();
  const finish = events.findIndex(({ did }) => did === 'finish');
  for (let done = 0; done <= events.length; done++) {
    if (!isLookedAt(done)) continue;
    const isFinished = done > finish;
    for (const [how, damage] of Object.entries(DAMAGES)) {
      const state = recorded.after(done, damage);
      const key = `${isFinished} ${fingerprint(state)}`;
      if (!states.has(key)) states.set(key, { disk: state, isFinished, cut: `after ${done} (${events[done - 1]?.did}): ${how}` });
    }
  }
  return [...states.values()];
}

function fingerprint({ folders: paths, files }: Disk): string {
  const hash = createHash('sha256').update([...paths].sort().join('\n'));
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`\n${path}\n`).update(content);
  return hash.digest('hex');
}

/** What must hold in every state, with nothing repaired. */
async function assertRecovers(recording: Recording, { disk, cut, isFinished }: State, number: number): Promise<void> {
  const repository = `${scratch.path}/state-${++folders}`;
  writeDisk(repository, disk);
  const site = { ...recording.site, repository };
  const inspector = new Inspector(engine, site, OLD_PASSWORD);
  expect({ cut, errors: await inspector.errors() }).toEqual({ cut, errors: [] });
  const expected = await expectedSnapshots(recording, site, isFinished, cut);
  for (const [id, contents] of expected) expect({ cut, contents: await inspector.restored(id) }).toEqual({ cut, contents });
  if (isFinished && cut.endsWith('all lost') && !isMissing(PARTS.restic))
    await resticOk(['check', '--no-lock', '--read-data'], { repo: repository, password: OLD_PASSWORD });
  if (number % BACKUP_EVERY === 0) {
    expect({ cut, nextBackup: await inspector.backUp() }).toEqual({ cut, nextBackup: 'completed' });
    expect({ cut, errors: await inspector.errors(), locks: await inspector.locks() }).toEqual({ cut, errors: [], locks: 0 });
  }
  rmSync(repository, { recursive: true });
}

/** Made or not: if not, it can be made; then it takes a backup and gives it back. */
async function assertInitRecovers(site: WastefulSite, { disk, cut, isFinished }: State): Promise<void> {
  const repository = `${scratch.path}/state-${++folders}`;
  writeDisk(repository, disk);
  const making = engine.init(repository, OLD_PASSWORD).then(() => 'made', codeOf);
  expect({ cut, made: await making }).toEqual({
    cut,
    made: isFinished ? 'repository-exists' : expect.stringMatching(/^(made|repository-exists)$/),
  });
  const inspector = new Inspector(engine, { ...site, repository }, OLD_PASSWORD);
  expect({ cut, backup: await inspector.backUp() }).toEqual({ cut, backup: 'completed' });
  expect({ cut, errors: await inspector.errors() }).toEqual({ cut, errors: [] });
  expect({ cut, restored: await inspector.restored('latest') }).toEqual({ cut, restored: contentsBelow(site.source) });
  rmSync(repository, { recursive: true });
}

/** The snapshots that are there, with what they must give back; none may be missing, and after the end none be there that should be gone. */
async function expectedSnapshots(
  { order, events }: Recording,
  site: WastefulSite,
  isFinished: boolean,
  cut: string,
): Promise<Map<Id, Contents>> {
  const originals = await originalsOf(site.repository);
  const there = [...originals.keys()];
  const made = events.find((event) => event.did === 'finish')?.made ?? [];
  const going = order.job === 'forget' ? order.snapshots : [];
  const stays = [...site.expected.keys()].filter((id) => !going.includes(id));
  expect({ cut, there }).toEqual({ cut, there: expect.arrayContaining(stays) });
  expect({ cut, unknown: there.filter((id) => ![...stays, ...going, ...made].includes(id)) }).toEqual({ cut, unknown: [] });
  if (isFinished) expect({ cut, there: there.sort() }).toEqual({ cut, there: [...stays, ...made].sort() });
  const contentsOf = (id: Id): Contents =>
    site.expected.get(id) ?? template.expected.get(originals.get(id) ?? '') ?? contentsBelow(site.source);
  return new Map(there.map((id) => [id, contentsOf(id)]));
}

/** The snapshots of a repository, and of which each is a copy. */
async function originalsOf(repository: string): Promise<Map<Id, Id | undefined>> {
  const session = await engine.open(repository, OLD_PASSWORD, 'reading', { lock: false });
  try {
    return new Map((await listSnapshots(session)).snapshots.map(({ id, snapshot }) => [id, snapshot.original]));
  } finally {
    await session.close();
  }
}
