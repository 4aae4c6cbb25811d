import { parseTime } from '../format/time.ts';
import type { Snapshot } from '../format/snapshot.ts';
import type { SnapshotEntry, SnapshotFilter } from '../operations/contract.ts';

/** Whether a snapshot has all of these tags. The empty tag stands for "has no tag", as in restic. */
export function hasTags(snapshot: Snapshot, tags: readonly string[]): boolean {
  const own = snapshot.tags ?? [];
  return tags.every((tag) => (tag === '' ? own.length === 0 : own.includes(tag)));
}

/** Whether a snapshot is of one of the hosts, has one of the tag lists, and has all of the paths. */
export function matchesFilter(snapshot: Snapshot, filter: SnapshotFilter = {}): boolean {
  const { hosts = [], tags = [], paths = [] } = filter;
  if (hosts.length > 0 && !hosts.includes(snapshot.hostname ?? '')) return false;
  if (tags.length > 0 && !tags.some((list) => hasTags(snapshot, list))) return false;
  return paths.every((path) => snapshot.paths.includes(path));
}

/** Order of snapshots: oldest first; equal times by id, so that the order is always the same. */
export function compareSnapshots(a: SnapshotEntry, b: SnapshotEntry): number {
  const x = momentOf(a);
  const y = momentOf(b);
  if (x !== y) return x < y ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** When the snapshot was made, in nanoseconds since 1970. */
export function momentOf(entry: SnapshotEntry): bigint {
  return parseTime(entry.snapshot.time) ?? 0n;
}
