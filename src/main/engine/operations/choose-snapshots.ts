import type { Id } from '../format/id.ts';
import { compareSnapshots } from '../retention/index.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import type { SnapshotEntry, SnapshotFilter, SnapshotList } from './contract.ts';
import { listSnapshots, resolveSnapshot } from './snapshots.ts';

/**
 * The snapshots that are named, each once, else all that fit the filter; oldest first. With names the filter only narrows
 * `latest`. `snapshot-not-found`, `id-ambiguous`.
 */
export async function chooseSnapshots(
  session: ReadingSession,
  { snapshots: names = [], filter }: { snapshots?: string[]; filter?: SnapshotFilter },
  hooks: Hooks,
): Promise<SnapshotList> {
  if (names.length === 0) return await listSnapshots(session, filter, hooks);
  const chosen = new Map<Id, SnapshotEntry>();
  for (const name of names) {
    const entry = await resolveSnapshot(session, name, filter, hooks);
    chosen.set(entry.id, entry);
  }
  return { snapshots: [...chosen.values()].sort(compareSnapshots), unreadable: [] };
}
