import type { Id } from '../format/id.ts';
import type { Snapshot } from '../format/snapshot.ts';
import { parseTime } from '../format/time.ts';
import type { SnapshotEntry } from '../operations/contract.ts';

/** The id a snapshot was made with, which its copies carry on. */
export function persistentId({ id, snapshot }: SnapshotEntry): Id {
  return snapshot.original ?? id;
}

/**
 * Whether two snapshots tell the same: all but `parent` and `original`, which differ between copies. The fields are those
 * restic compares, so that either program recognises the other's copies.
 */
export function isSameSnapshot(a: Snapshot, b: Snapshot): boolean {
  return a.tree === b.tree && parseTime(a.time) === parseTime(b.time) && isSameMaker(a, b) && isSameSource(a, b);
}

function isSameMaker(a: Snapshot, b: Snapshot): boolean {
  const isSameUser = (a.username ?? '') === (b.username ?? '') && (a.uid ?? 0) === (b.uid ?? 0) && (a.gid ?? 0) === (b.gid ?? 0);
  return isSameUser && (a.hostname ?? '') === (b.hostname ?? '');
}

function isSameSource(a: Snapshot, b: Snapshot): boolean {
  const { tags = [], excludes = [] } = a;
  return (
    isSameList(a.paths.toSorted(), b.paths.toSorted()) &&
    isSameList(tags.toSorted(), (b.tags ?? []).toSorted()) &&
    isSameList(excludes, b.excludes ?? [])
  );
}

/** The snapshot as it stands in the repository it is copied to. Its parent means nothing there. */
export function copyOf(entry: SnapshotEntry): Snapshot {
  const { parent: _parent, ...rest } = entry.snapshot;
  return { ...rest, original: persistentId(entry) };
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
