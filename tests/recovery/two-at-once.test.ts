import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import {
  backup,
  type BackupResult,
  check,
  type Engine,
  fileLockMemory,
  forget,
  listSnapshots,
  type Location,
  prune,
  repairIndex,
  restore,
} from '../../src/main/engine/index.ts';
import type { LockContext } from '../../src/main/engine/repository/lock/index.ts';
import { removeLock, writeLock } from '../../src/main/engine/repository/lock/lock-files.ts';
import { isLifeboatError } from '../../src/shared/errors/index.ts';
import { sentence } from '../../src/shared/text/index.ts';
import { describeWith } from '../support/describe-with.ts';
import type { Request } from '../support/intercepted-backend.ts';
import { lockContextOf } from '../support/lock-context.ts';
import { ELSEWHERE } from '../support/lock-world.ts';
import { ManualTime } from '../support/manual-time.ts';
import { clockOff, Doorway, isPending, pcOf } from '../support/pcs.ts';
import { restic, resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { contentsBelow } from '../support/wasteful-site.ts';

const PASSWORD = 'two at once';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let scratch: Scratch;
let template: string;
let source: string;
let repository: string;
let copies = 0;
const engines: Engine[] = [];

/** An engine on a PC, closed after the test. */
function pc(...of: Parameters<typeof pcOf>): Engine {
  const engine = pcOf(...of);
  engines.push(engine);
  return engine;
}

beforeAll(async () => {
  scratch = scratchFolder();
  source = `${scratch.path}/source`;
  template = `${scratch.path}/template`;
  mkdirSync(`${source}/scans`, { recursive: true });
  for (const name of ['stock.db', 'scans/1.pdf', 'scans/2.pdf']) writeFileSync(`${source}/${name}`, randomBytes(3000));
  await pc('office', clockOff(0)).init(template, PASSWORD);
});
beforeEach(() => {
  repository = `${scratch.path}/repository-${++copies}`;
  cpSync(template, repository, { recursive: true });
});
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});
afterAll(() => scratch.remove());

async function backUp(engine: Engine, location: Location, options: { paths?: string[]; retryLock?: number } = {}): Promise<BackupResult> {
  const { paths = [source], ...opening } = options;
  const session = await engine.open(location, PASSWORD, 'appending', opening);
  try {
    return await backup(session, { source: { kind: 'paths', paths } });
  } finally {
    await session.close();
  }
}

type Alone = (engine: Engine, location: Location, opening?: { retryLock?: number }) => Promise<unknown>;

/** The work that must be alone. */
const ALONE: Record<'prune' | 'forget' | 'repair index', Alone> = {
  prune: async (engine, location, opening) =>
    await inExclusive(engine, location, opening, async (session) => await prune(session, { maxUnused: { bytes: 0 } })),
  forget: async (engine, location, opening) =>
    await inExclusive(engine, location, opening, async (session) => await forget(session, { policy: { last: 1 } })),
  'repair index': async (engine, location, opening) =>
    await inExclusive(engine, location, opening, async (session) => await repairIndex(session)),
};

async function inExclusive(
  engine: Engine,
  location: Location,
  opening: { retryLock?: number } | undefined,
  work: (session: Awaited<ReturnType<Engine['open']>> & Parameters<typeof prune>[0]) => Promise<unknown>,
): Promise<unknown> {
  const session = await engine.open(location, PASSWORD, 'exclusive', opening);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** Every snapshot comes back as the source is, every stored byte is right, and no lock is left. */
async function assertSound(snapshots: number): Promise<void> {
  const session = await pc('office', clockOff(0)).open(repository, PASSWORD, 'reading', { lock: false });
  const { findings } = await check(session, { readData: 'all' });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { snapshots: there } = await listSnapshots(session);
  expect(there).toHaveLength(snapshots);
  for (const { id } of there) {
    const target = `${repository}-restored-${id}`;
    expect(await restore(session, { snapshot: `${id}:${source}`, target })).toMatchObject({ outcome: 'completed' });
    expect(contentsBelow(target)).toEqual(contentsBelow(source));
  }
  await session.close();
  expect(readdirSync(`${repository}/locks`)).toEqual([]);
}

function is(operation: Request['operation'], type: Request['handle']['type']): (request: Request) => boolean {
  return (request) => request.operation === operation && request.handle.type === type;
}

const here = (): LocalBackend => new LocalBackend(repository);

test('two backups at once both finish; what both stored is stored twice and nothing is lost', async () => {
  const doors = [new Doorway(here(), is('save', 'data')), new Doorway(here(), is('save', 'data'))] as const;
  const both = doors.map(async (door, i) => await backUp(pc(`till-${i}`, clockOff(0)), door.backend));
  for (const [i, door] of doors.entries()) await door.arrival(both[i] as Promise<unknown>);
  for (const door of doors) door.letGo();
  expect(await Promise.all(both)).toMatchObject([{ outcome: 'completed' }, { outcome: 'completed' }]);
  await assertSound(2);
  await ALONE.prune(pc('office', clockOff(0)), repository);
  await assertSound(2);
});

describe.each(Object.keys(ALONE) as (keyof typeof ALONE)[])('%s', (name) => {
  test('refuses while a backup runs, or waits for it', async () => {
    const office = pc('office', clockOff(0));
    await backUp(office, repository);
    writeFileSync(`${source}/new`, randomBytes(1000));
    const door = new Doorway(here(), is('save', 'index'));
    const running = backUp(pc('till', clockOff(0)), door.backend);
    await door.arrival(running);
    await expect(ALONE[name](office, repository)).rejects.toMatchObject({
      code: 'repository-locked',
      data: { hostname: 'till', exclusive: false },
    });
    const waiting = ALONE[name](office, repository, { retryLock: MINUTE });
    expect(await isPending(waiting, 500)).toBe(true);
    door.letGo();
    await running;
    await waiting;
    const session = await office.open(repository, PASSWORD, 'reading', { lock: false });
    const [newest] = (await listSnapshots(session)).snapshots.slice(-1);
    const target = `${repository}-newest`;
    await restore(session, { snapshot: `${newest?.id}:${source}`, target });
    expect(contentsBelow(target)).toEqual(contentsBelow(source));
    expect((await check(session, { readData: 'all' })).sound).toBe(true);
    await session.close();
  });

  test('keeps a backup out until it is done', async () => {
    const [office, till] = [pc('office', clockOff(0)), pc('till', clockOff(0))];
    await backUp(till, repository);
    await backUp(till, repository, { paths: [`${source}/scans`] });
    const door = new Doorway(here(), is('list', 'index'));
    const stop = name === 'forget' ? new Doorway(here(), is('list', 'snapshots')) : door;
    const running = ALONE[name](office, stop.backend);
    await stop.arrival(running);
    await expect(backUp(till, repository)).rejects.toMatchObject({
      code: 'repository-locked',
      data: { hostname: 'office', exclusive: true },
    });
    const waiting = backUp(till, repository, { retryLock: MINUTE });
    expect(await isPending(waiting, 500)).toBe(true);
    stop.letGo();
    await running;
    expect((await waiting).outcome).toBe('completed');
    const session = await office.open(repository, PASSWORD, 'reading', { lock: false });
    expect((await check(session, { readData: 'all' })).sound).toBe(true);
    await session.close();
  });
});

describe("another PC's lock", () => {
  let theirs: LockContext;
  let time: ManualTime;

  beforeEach(async () => {
    time = new ManualTime();
    theirs = { ...(await lockContextOf(repository, PASSWORD, 2)), identity: ELSEWHERE };
  });

  /** A try of a program that is started anew each time. */
  const tryToPrune = async (): Promise<unknown> => {
    const memory = fileLockMemory(`${repository}-memory`);
    return await ALONE.prune(pc('office', time, memory), repository).catch((error: unknown) => error);
  };

  test.each([
    ['of the same time', 0],
    ['hours ahead', 5 * HOUR],
    ['hours behind', -5 * HOUR],
  ])('goes by itself half an hour after it was last renewed, by our clock alone: a clock %s', async (_, off) => {
    const clock = { now: () => new Date(time.now().getTime() + off), uptime: () => time.uptime() };
    let lock = await writeLock({ ...theirs, clock }, 'shared');
    // It lives for an hour: a new file every five minutes, which we see every ten.
    for (let minutes = 0; minutes < 60; minutes += 5) {
      if (minutes % 10 === 0) expect(await tryToPrune()).toMatchObject({ code: 'repository-locked', data: { hostname: 'dispensary' } });
      time.sleep(5 * MINUTE);
      const renewed = await writeLock({ ...theirs, clock }, 'shared');
      await removeLock(theirs, lock);
      lock = renewed;
    }
    // Then it dies.
    for (let minutes = 0; minutes < 30; minutes += 10) {
      expect(await tryToPrune()).toMatchObject({ code: 'repository-locked' });
      time.sleep(10 * MINUTE);
    }
    expect(await tryToPrune()).toMatchObject({ executed: true });
    expect(readdirSync(`${repository}/locks`)).toEqual([]);
  });

  test('that has not been watched for long enough stays, however old it says it is', async () => {
    await writeLock({ ...theirs, clock: clockOff(-48 * HOUR) }, 'exclusive');
    await expect(backUp(pc('office', clockOff(0)), repository)).rejects.toMatchObject({ code: 'repository-locked' });
    expect(readdirSync(`${repository}/locks`)).toHaveLength(1);
  });

  test.each([-7 * HOUR, 7 * HOUR])('backups of PCs whose clocks are %d ms apart stand beside each other', async (off) => {
    const door = new Doorway(here(), is('save', 'snapshots'));
    const slow = backUp(pc('till', clockOff(off)), door.backend);
    await door.arrival(slow);
    expect((await backUp(pc('office', clockOff(0)), repository)).outcome).toBe('completed');
    await expect(ALONE.prune(pc('office', clockOff(0)), repository)).rejects.toMatchObject({ code: 'repository-locked' });
    door.letGo();
    expect((await slow).outcome).toBe('completed');
    await assertSound(2);
  });
});

describe('a PC that slept in the middle of a backup', () => {
  /** Stores one pack, falls asleep, and while it sleeps somebody else does his work. */
  const sleepDuringBackup = async (sleeper: ManualTime, meanwhile: () => Promise<void>): Promise<{ failure: unknown; later: string[] }> => {
    const door = new Doorway(here(), is('save', 'index'));
    const running = backUp(pc('laptop', sleeper), door.backend);
    await door.arrival(running);
    sleeper.sleep(8 * HOUR);
    await meanwhile();
    door.letGo();
    const failure = await running.then(
      () => 'none',
      (error: unknown) => (isLifeboatError(error) ? error.code : error),
    );
    const later = door.later.filter(({ operation }) => operation === 'save').map(({ handle }) => handle.type);
    return { failure, later };
  };

  test('goes on if its lock is still there', async () => {
    const { failure } = await sleepDuringBackup(new ManualTime(), async () => undefined);
    expect(failure).toBe('none');
    await assertSound(1);
  });

  test('stops with lock-lost if a prune took its lock and its packs: no snapshot is written', async () => {
    const time = new ManualTime();
    const { failure, later } = await sleepDuringBackup(new ManualTime(), async () => {
      const office = pc('office', time);
      await expect(ALONE.prune(office, repository)).rejects.toMatchObject({ code: 'repository-locked', data: { hostname: 'laptop' } });
      time.sleep(31 * MINUTE);
      expect(await ALONE.prune(office, repository)).toMatchObject({ executed: true, plan: { packsUnreferenced: 2 } });
    });
    expect({ failure, later }).toEqual({ failure: 'lock-lost', later: [] });
    const office = pc('office', clockOff(0));
    expect(await ALONE['repair index'](office, repository)).toMatchObject({ packsMissing: expect.any(Array) });
    expect((await backUp(office, repository)).outcome).toBe('completed');
    await assertSound(1);
  });
});

describeWith('restic', 'a restic whose clock does not agree with ours', () => {
  /** A backup whose lock seems two hours old from there, in the middle of which restic takes the lock away. */
  const backUpWhile = async (stops: (request: Request) => boolean, ...commands: string[][]): Promise<string[]> => {
    const options = { repo: repository, password: PASSWORD };
    const door = new Doorway(here(), stops);
    const running = backUp(pc('till', clockOff(-2 * HOUR)), door.backend);
    await door.arrival(running);
    expect((await restic(['prune'], options)).code).not.toBe(0);
    for (const command of [['unlock'], ...commands]) await resticOk(command, options);
    door.letGo();
    const failure: unknown = await running.catch((error: unknown) => error);
    if (!isLifeboatError(failure, 'lock-lost')) throw new Error('not noticed', { cause: failure });
    expect(sentence(failure.report(), 'en')).toMatch(/another program whose clock is wrong/);
    return door.later.filter(({ operation }) => operation === 'save').map(({ handle }) => handle.type);
  };

  test('that takes our lock for a forgotten one is noticed before the snapshot is written, and said', async () => {
    expect(await backUpWhile(is('save', 'index'))).toEqual([]);
    await assertSound(0);
    await backUp(pc('till', clockOff(0)), repository);
    await assertSound(1);
  });

  test('that then also removes what we had stored is noticed before anything names it', async () => {
    let packs = 0;
    const second = (request: Request): boolean => is('save', 'data')(request) && ++packs === 2;
    expect(await backUpWhile(second, ['prune', '--max-unused', '0'])).toEqual([]);
    await assertSound(0);
    await backUp(pc('till', clockOff(0)), repository);
    await assertSound(1);
  });

  test('that does so in the very moment in which the snapshot is written is noticed too', async () => {
    expect(await backUpWhile(is('save', 'snapshots'), ['prune', '--max-unused', '0'])).toEqual([]);
  });

  test('that only looks stays harmless: its check and ours agree', async () => {
    const door = new Doorway(here(), is('save', 'snapshots'));
    const running = backUp(pc('till', clockOff(3 * HOUR)), door.backend);
    await door.arrival(running);
    const options = { repo: repository, password: PASSWORD };
    // A lock from the future is no forgotten one.
    await resticOk(['unlock'], options);
    expect((await restic(['prune'], options)).code).not.toBe(0);
    door.letGo();
    expect((await running).outcome).toBe('completed');
    await resticOk(['check', '--read-data'], options);
    await assertSound(1);
  });
});
