import { mkdtempSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../src/main/clock.ts';
import type { Backend } from '../../src/main/engine/backend/index.ts';
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import { sha256 } from '../../src/main/engine/crypto/index.ts';
import { RetryBackend } from '../../src/main/engine/backend/retry/index.ts';
import {
  type Access,
  backup,
  check,
  type Engine,
  forget,
  listSnapshots,
  prune,
  restore,
  type Sessions,
} from '../../src/main/engine/index.ts';
import { isLifeboatError } from '../../src/shared/errors/index.ts';
import { badBackend, type Misdeed, type PlannedMisdeed, type RequestKind, watchedBackend } from '../support/bad-backend.ts';
import { engineOf, OLD_PASSWORD } from '../support/jobs.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { copyInMemory } from '../support/verbs.ts';
import { type Contents, contentsBelow, makeWastefulSite, type WastefulSite } from '../support/wasteful-site.ts';

/** Cases tried at a time: taking a lock is mostly waiting. */
const AT_A_TIME = 6;

let scratch: Scratch;
let engine: Engine;
let site: WastefulSite;

beforeAll(async () => {
  scratch = scratchFolder();
  engine = engineOf(process.pid);
  site = await makeWastefulSite(engine, scratch.path);
});
afterAll(async () => {
  await engine.close();
  scratch.remove();
});

/** What is done at a bad place; true if everything is as it should be, as far as the verb says. */
const VERBS = {
  backup: async (backend) =>
    await inSession(backend, 'appending', async (session) => {
      const { outcome } = await backup(session, { source: { kind: 'paths', paths: [site.source] } });
      return outcome === 'completed';
    }),
  restore: async (backend) =>
    await inSession(backend, 'reading', async (session) => {
      const target = folder();
      const { outcome } = await restore(session, { snapshot: `latest:${site.source}`, target });
      const newest = [...site.expected.values()].at(-1);
      if (outcome === 'completed') expect(printOf(contentsBelow(target))).toBe(printOf(newest));
      return outcome === 'completed';
    }),
  check: async (backend) => await inSession(backend, 'reading', async (session) => (await check(session, { readData: 'all' })).sound),
  forget: async (backend) =>
    await inSession(backend, 'exclusive', async (session) => (await forget(session, { policy: { last: 1 } })).unreadable.length === 0),
  prune: async (backend) =>
    await inSession(backend, 'exclusive', async (session) => (await prune(session, { maxUnused: { bytes: 0 } })).executed),
  init: async (backend) => {
    await engine.init(backend, 'new');
    return true;
  },
} satisfies Record<string, (backend: Backend) => Promise<boolean>>;
type Verb = keyof typeof VERBS;

async function inSession<A extends Access, T>(backend: Backend, access: A, work: (session: Sessions[A]) => Promise<T>): Promise<T> {
  const session = await engine.open(backend, OLD_PASSWORD, access);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** Contents in a few letters. */
function printOf(contents: Contents | undefined): string {
  return sha256(Buffer.from(JSON.stringify(Object.entries(contents ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))));
}

function folder(): string {
  return mkdtempSync(`${scratch.path}/folder-`);
}

/** The repository again, in memory; for init none. */
async function placeFor(verb: Verb): Promise<Backend> {
  const place = new LocalBackend(site.repository);
  if (verb !== 'init') return await copyInMemory(place);
  const root = folder();
  return new LocalBackend(`${root}/new`);
}

/** How a verb ended: `done`, `warned`, or the code of its error. Nothing else is an end. */
async function outcomeOf(verb: Verb, backend: Backend): Promise<string> {
  try {
    return (await VERBS[verb](backend)) ? 'done' : 'warned';
  } catch (error) {
    if (!isLifeboatError(error) || error.code === 'internal' || error.code === 'engine-died') throw error;
    return error.code;
  }
}

/** Every kind of request a verb makes, with how often. */
async function requestsOf(verb: Verb): Promise<Map<RequestKind, number>> {
  const { backend, counts } = watchedBackend(await placeFor(verb));
  expect(await outcomeOf(verb, backend)).toBe('done');
  return counts;
}

/** The first and the last request of each kind that a misdeed can befall. */
async function casesOf(verb: Verb, misdeed: Misdeed, fits: (kind: RequestKind) => boolean): Promise<PlannedMisdeed[]> {
  const requests = [...(await requestsOf(verb))].filter(([kind]) => fits(kind));
  expect(requests).not.toEqual([]);
  return requests.flatMap(([kind, count]) => [...new Set([1, count])].map((nth) => ({ misdeed, kind, nth })));
}

async function tryAll(cases: readonly PlannedMisdeed[], attempt: (planned: PlannedMisdeed) => Promise<void>): Promise<void> {
  const waiting = [...cases];
  const lane = async (): Promise<void> => {
    for (let planned = waiting.pop(); planned; planned = waiting.pop()) await attempt(planned);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
}

/** What every snapshot of a place gives back, the place as it really is. */
async function restorable(place: Backend): Promise<{ snapshots: Map<string, string>; sound: boolean }> {
  const session = await engine.open(place, OLD_PASSWORD, 'reading', { lock: false });
  const snapshots = new Map<string, string>();
  for (const { id } of (await listSnapshots(session)).snapshots) {
    const target = folder();
    await restore(session, { snapshot: `${id}:${site.source}`, target });
    snapshots.set(id, printOf(contentsBelow(target)));
  }
  const { sound } = await check(session, { readData: 'all' });
  await session.close();
  return { snapshots, sound };
}

/** Whatever was said, what was finished before is there; if all was said to be well, it is. */
async function assertTrue(verb: Verb, place: Backend, planned: PlannedMisdeed, outcome: string): Promise<void> {
  const { snapshots, sound } = await restorable(place);
  const [newest] = [...site.expected].at(-1) as [string, Contents];
  const kept = verb === 'forget' ? [newest] : [...site.expected.keys()];
  for (const id of kept) {
    const content = printOf(site.expected.get(id));
    expect({ ...planned, outcome, content: snapshots.get(id) }).toEqual({ ...planned, outcome, content });
  }
  expect({ ...planned, outcome, sound }).toEqual({ ...planned, outcome, sound: true });
  const latest = [...snapshots].filter(([id]) => !site.expected.has(id)).map(([, contents]) => contents);
  if (verb === 'backup' && outcome === 'done')
    expect({ ...planned, latest }).toEqual({ ...planned, latest: [printOf(contentsBelow(site.source))] });
}

const OLD: readonly Verb[] = ['backup', 'restore', 'check', 'forget', 'prune'];
const isRead = (kind: RequestKind): boolean => kind.startsWith('load');
const isSave = (kind: RequestKind): boolean => kind.startsWith('save');
const isListing = (kind: RequestKind): boolean => kind.startsWith('list');

describe.each(OLD)('%s at a place', (verb) => {
  test.each(['error', 'lost answer'] as const)('that gives an %s once: tried again, and done', async (misdeed) => {
    await tryAll(await casesOf(verb, misdeed, () => true), async (planned) => {
      const place = await placeFor(verb);
      const { backend, met } = badBackend(place, planned);
      const patient = new RetryBackend(backend, { clock: systemClock, timers: AT_ONCE, random: () => 0 });
      const outcome = await outcomeOf(verb, patient);
      expect({ ...planned, outcome, met: met() }).toEqual({ ...planned, outcome: 'done', met: true });
      await assertTrue(verb, place, planned, outcome);
    });
  });

  test('that gives an error and is not asked again: said, and nothing is lost', async () => {
    await tryAll(await casesOf(verb, 'error', () => true), async (planned) => {
      const place = await placeFor(verb);
      const { backend, met } = badBackend(place, planned);
      const outcome = await outcomeOf(verb, backend);
      expect(met()).toBe(true);
      await assertTrue(verb, place, planned, outcome);
    });
  });

  test('that takes its time', async () => {
    await tryAll(await casesOf(verb, 'delay', () => true), async (planned) => {
      const place = await placeFor(verb);
      const { backend, met } = badBackend(place, planned);
      const outcome = await outcomeOf(verb, backend);
      expect({ ...planned, outcome, met: met() }).toEqual({ ...planned, outcome: 'done', met: true });
      await assertTrue(verb, place, planned, outcome);
    });
  });

  test.each(['truncated read', 'wrong read'] as const)('that gives a %s', async (misdeed) => {
    await tryAll(await casesOf(verb, misdeed, isRead), async (planned) => {
      const place = await placeFor(verb);
      const { backend, met } = badBackend(place, planned);
      const outcome = await outcomeOf(verb, backend);
      expect(met()).toBe(true);
      await assertTrue(verb, place, planned, outcome);
    });
  });

  test('whose listings still have what was removed', async () => {
    await tryAll(await casesOf(verb, 'stale listing', isListing), async (planned) => {
      const place = await placeFor(verb);
      const { backend, met } = badBackend(place, planned);
      const outcome = await outcomeOf(verb, backend);
      expect(met()).toBe(true);
      await assertTrue(verb, place, planned, outcome);
    });
  });

  test('whose listings do not have what is new: without locks that others see there is no work', async () => {
    const planned = { misdeed: 'late listing', kind: 'list locks', nth: 1 } as const;
    const place = await placeFor(verb);
    const { backend, met } = badBackend(place, planned);
    expect({ outcome: await outcomeOf(verb, backend), met: met() }).toEqual({ outcome: 'lock-lost', met: true });
    await assertTrue(verb, place, planned, 'lock-lost');
  });
});

describe.each(['backup', 'prune', 'init'] as const)('%s at a place that acknowledges', (verb) => {
  test.each(['lost write', 'truncated write'] as const)('a %s: never called done', async (misdeed) => {
    // Half a lock still keeps others out: nobody can read that it would let them in.
    const harms = (kind: RequestKind): boolean => isSave(kind) && (misdeed === 'lost write' || kind !== 'save locks');
    await tryAll(await casesOf(verb, misdeed, harms), async (planned) => {
      const place = await placeFor(verb);
      const { backend, met } = badBackend(place, planned);
      const outcome = await outcomeOf(verb, backend);
      const said = planned.kind === 'save locks' ? 'lock-lost' : 'save-lost';
      expect({ ...planned, outcome, met: met() }).toEqual({ ...planned, outcome: said, met: true });
      if (verb === 'init' || misdeed === 'truncated write') return;
      await assertTrue(verb, place, planned, outcome);
      expect({ ...planned, next: await outcomeOf(verb, place) }).toEqual({ ...planned, next: 'done' });
      await assertTrue(verb, place, planned, verb === 'backup' ? 'done' : outcome);
    });
  });
});

test('a backup whose bytes were stored wrongly at their right length is found out by a check that reads the data', async () => {
  await tryAll(await casesOf('backup', 'wrong write', (kind) => /^save (data|index|snapshots)$/.test(kind)), async (planned) => {
    const place = await placeFor('backup');
    const { backend, met } = badBackend(place, planned);
    await outcomeOf('backup', backend);
    expect({ ...planned, met: met(), check: await outcomeOf('check', place) }).toEqual({ ...planned, met: true, check: 'warned' });
  });
});

/** Pauses take no time. */
const AT_ONCE = {
  after(_milliseconds: number, work: () => void): () => void {
    const timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  },
};
