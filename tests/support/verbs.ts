import { mkdtempSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Backend, Handle } from '../../src/main/engine/backend/index.ts';
import { MemoryBackend } from '../../src/main/engine/backend/memory/memory-backend.ts';
import {
  backup,
  check,
  copy,
  diff,
  dump,
  type Engine,
  type ExclusiveSession,
  find,
  findObjects,
  findVersions,
  listSnapshots,
  listTree,
  prune,
  repairIndex,
  restore,
  stats,
  type StatsMode,
} from '../../src/main/engine/index.ts';
import type { Progress } from '../../src/shared/model/progress.ts';
import { RepositoryKeeper } from '../../src/main/engine/repository/exclusive.ts';
import type { RepositoryReader } from '../../src/main/engine/repository/reading.ts';
import { isLifeboatError } from '../../src/shared/errors/index.ts';

/** Longest a verb may take on a repository of some kilobytes, in milliseconds; one that goes on for ever goes on longer. */
const PATIENCE = 120_000;
const TYPES: readonly Handle['type'][] = ['config', 'keys', 'index', 'snapshots', 'data', 'locks'];

/** Where a hostile repository is attacked from. */
export interface Surroundings {
  engine: Engine;
  password: string;
  /** A folder to back up. */
  source: string;
  /** An empty folder; restores go into new folders in it. */
  ground: string;
}

const STATS_MODES: readonly StatsMode[] = ['restore-size', 'files-by-contents', 'raw-data', 'blobs-per-file'];

/** How each verb ended: `done`, `warned` (with findings or warnings), or the code of its error. */
export type Outcomes = Record<Verb, string>;

/** Everything that may be asked of a repository, one snapshot of it where it matters. */
const VERBS = {
  snapshots: async ({ session }) => (await listSnapshots(session)).unreadable.length > 0,
  list: async ({ session, snapshot }) => await warnedOf((hooks) => listTree(session, { snapshot, recursive: true }, hooks)),
  find: async ({ session }) => await warnedOf((hooks) => find(session, { patterns: ['*'] }, hooks)),
  'find versions': async ({ session }) => await warnedOf((hooks) => findVersions(session, { patterns: ['*.db', '*.png'] }, hooks)),
  'find objects': async ({ session }) => {
    await session.repository.loadIndex();
    const [pack] = session.repository.index.packs();
    const [first] = session.repository.index.entries();
    if (pack === undefined || first === undefined) return false;
    const ofPack = await warnedOf((hooks) => findObjects(session, { kind: 'pack', ids: [pack] }, hooks));
    const kind = first.type === 'tree' ? 'tree' : 'blob';
    return (await warnedOf((hooks) => findObjects(session, { kind, ids: [first.id] }, hooks))) || ofPack;
  },
  diff: async ({ session, snapshot }) => {
    const [oldest] = (await listSnapshots(session)).snapshots;
    return await warnedOf((hooks) => diff(session, { first: oldest?.id ?? snapshot, second: snapshot, metadata: true }, hooks));
  },
  stats: async ({ session }) => {
    const outcomes: string[] = [];
    for (const mode of STATS_MODES) outcomes.push((await stats(session, { mode })).outcome);
    return outcomes.some((outcome) => outcome !== 'completed');
  },
  copy: async (work) => {
    const target = new MemoryBackend();
    await work.engine.init(target, work.password);
    return await withSession(target, work, async (to) => (await copy(work.session, to)).outcome !== 'completed');
  },
  dump: async ({ session, snapshot }) => {
    const files: string[] = [];
    for await (const entry of listTree(session, { snapshot, recursive: true })) if (entry.type === 'file') files.push(entry.path);
    for (const path of files.slice(0, 20)) await dump(session, { snapshot, path }, async () => undefined);
    return false;
  },
  restore: async ({ session, snapshot, ground }) => {
    const { outcome } = await restore(session, { snapshot, target: mkdtempSync(`${ground}/target-`), verify: true });
    return outcome !== 'completed';
  },
  check: async ({ session }) => !(await check(session, { readData: 'all' })).sound,
  backup: async ({ session, source }) => (await backup(session, { source: { kind: 'paths', paths: [source] } })).outcome !== 'completed',
  'backup with parent': async ({ session, snapshot, source }) =>
    (await backup(session, { source: { kind: 'paths', paths: [source] }, parent: snapshot })).outcome !== 'completed',
  prune: async ({ session }) => {
    await prune(session, { maxUnused: { bytes: 0 }, repackSmall: true });
    return false;
  },
  'repair-index': async ({ session }) => (await repairIndex(session)).packsUnreadable.length > 0,
  'repair-index read-all': async ({ session }) => (await repairIndex(session, { readAllPacks: true })).packsUnreadable.length > 0,
} satisfies Record<string, (work: Work) => Promise<boolean>>;
export type Verb = keyof typeof VERBS;

interface Work extends Surroundings {
  session: ExclusiveSession;
  snapshot: string;
}

/**
 * Runs every verb, each on a copy of the repository. Throws if one ends with anything else than a typed error that is
 * meant for people, or not at all.
 */
export async function tryEverything(place: Backend, surroundings: Surroundings, snapshot = 'latest'): Promise<Outcomes> {
  const outcomes: Partial<Outcomes> = {};
  for (const verb of Object.keys(VERBS) as Verb[]) outcomes[verb] = await tryVerb(verb, await copyInMemory(place), surroundings, snapshot);
  return outcomes as Outcomes;
}

/** Goes through all that a verb tells; whether there were warnings on the way. */
async function warnedOf(tell: (hooks: { onProgress: (progress: Progress) => void }) => AsyncIterable<unknown>): Promise<boolean> {
  let warned = false;
  const onProgress = (progress: Progress): void => void (warned ||= progress.kind === 'warning');
  for await (const _told of tell({ onProgress }));
  return warned;
}

/** One verb on the repository itself. */
export async function tryVerb(verb: Verb, place: Backend, surroundings: Surroundings, snapshot = 'latest'): Promise<string> {
  const work = withSession(place, surroundings, async (session) => await VERBS[verb]({ ...surroundings, session, snapshot }));
  const ended = await Promise.race([
    work.then((warned) => (warned ? 'warned' : 'done'), codeOf),
    pause(PATIENCE, 'too long', { ref: false }),
  ]);
  if (ended === 'too long' || ended === 'internal' || ended === 'engine-died')
    throw new Error(`${verb}: ${ended}`, { cause: await work.catch((error: unknown) => error) });
  return ended;
}

/** The code of a typed error; anything else is thrown on. */
export function codeOf(error: unknown): string {
  if (isLifeboatError(error)) return error.code;
  throw error;
}

/** Every file of a place, in a place of its own. */
export async function copyInMemory(place: Backend): Promise<MemoryBackend> {
  const twin = new MemoryBackend();
  for (const handle of await handlesOf(place)) await twin.save(handle, [await place.load(handle)]);
  return twin;
}

export async function handlesOf(place: Backend): Promise<Handle[]> {
  const lists = await Promise.all(
    TYPES.map(async (type) => await Array.fromAsync(place.list(type), ({ name }): Handle => ({ type, name }))),
  );
  return lists.flat().sort((a, b) => (`${a.type}/${a.name}` < `${b.type}/${b.name}` ? -1 : 1));
}

/** Works with all rights but without a lock: taking one waits for others, and nobody else is there. */
export async function withSession<T>(
  place: Backend,
  { engine, password }: Surroundings,
  work: (session: ExclusiveSession) => Promise<T>,
): Promise<T> {
  const session = await engine.open(place, password, 'reading', { lock: false });
  try {
    return await work({ ...session, repository: new RepositoryKeeper((session.repository as unknown as RepositoryReader).parts) });
  } finally {
    await session.close();
  }
}

/** Content of every file that can be had whole, by snapshot and path. */
export async function havable(place: Backend, surroundings: Surroundings): Promise<Record<string, string>> {
  try {
    return await withSession(place, surroundings, contentsOf);
  } catch (error) {
    codeOf(error);
    return {};
  }
}

async function contentsOf(session: ExclusiveSession): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const { id: snapshot } of (await listSnapshots(session)).snapshots) {
    try {
      for await (const { type, path } of listTree(session, { snapshot })) {
        if (type !== 'file') continue;
        const content = await dumped(session, snapshot, path);
        if (content !== undefined) contents[`${snapshot}${path}`] = content;
      }
    } catch (error) {
      codeOf(error);
    }
  }
  return contents;
}

async function dumped(session: ExclusiveSession, snapshot: string, path: string): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  try {
    await dump(session, { snapshot, path }, async (chunk) => void chunks.push(chunk));
    return Buffer.concat(chunks).toString('latin1');
  } catch (error) {
    codeOf(error);
    return undefined;
  }
}
