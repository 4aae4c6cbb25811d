import type { ReadingSession } from '../session.ts';
import type { SnapshotEntry } from './contract.ts';
import { listSnapshots, resolveSnapshot } from './snapshots.ts';

/** What a backup is about to record, and the parent asked for, if any. */
export interface ParentWish {
  host: string;
  paths: readonly string[];
  /** Not newer than this. */
  before: Date;
  /** Id or prefix; overrides the choice. */
  wanted: string | undefined;
}

/** The snapshot a backup compares with: the newest of the same host and the same paths. */
export async function findParent(session: ReadingSession, wish: ParentWish): Promise<SnapshotEntry | undefined> {
  if (wish.wanted !== undefined) return await resolveSnapshot(session, wish.wanted);
  const { snapshots } = await listSnapshots(session, { hosts: [wish.host] });
  const key = pathsKey(wish.paths);
  const limit = wish.before.getTime();
  return snapshots.findLast(({ snapshot }) => pathsKey(snapshot.paths) === key && Date.parse(snapshot.time) <= limit);
}

function pathsKey(paths: readonly string[]): string {
  return [...paths].sort().join('\0');
}
