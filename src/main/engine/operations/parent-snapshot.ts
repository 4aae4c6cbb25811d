import { anySignal } from '../abort.ts';
import { isDamage } from '../damage.ts';
import { type SnapshotDigest, sourceKey, surveySnapshots } from '../snapshot-memory/index.ts';
import { parseTime } from '../format/time.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import type { SnapshotEntry } from './contract.ts';
import { resolveSnapshot } from './snapshots.ts';

/** What a backup is about to record, and the parent asked for, if any. */
export interface ParentWish {
  host: string;
  paths: readonly string[];
  /** Not newer than this. */
  before: Date;
  /** Id or prefix; overrides the choice. */
  wanted: string | undefined;
}

/** The snapshot a backup compares with: the newest of the same host and the same paths that can be read. */
export async function findParent(session: ReadingSession, wish: ParentWish, hooks: Hooks = {}): Promise<SnapshotEntry | undefined> {
  if (wish.wanted !== undefined) return await resolveSnapshot(session, wish.wanted);
  const signal = anySignal(session.signal, hooks.signal);
  const digests = await surveySnapshots(session.repository, session.context.snapshotMemory, signal);
  for (const { id } of newestFirst(digests, wish)) {
    try {
      return { id, snapshot: await session.repository.loadSnapshot(id, signal) };
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
  }
  return undefined;
}

function newestFirst(digests: readonly SnapshotDigest[], { host, paths, before }: ParentWish): SnapshotDigest[] {
  const source = sourceKey({ hostname: host, paths: [...paths] });
  const limit = before.getTime();
  return digests
    .filter((digest) => digest.source === source && Date.parse(digest.time) <= limit)
    .map((digest) => ({ digest, moment: parseTime(digest.time) ?? 0n }))
    .sort((a, b) => (a.moment === b.moment ? (a.digest.id < b.digest.id ? 1 : -1) : a.moment < b.moment ? 1 : -1))
    .map(({ digest }) => digest);
}
