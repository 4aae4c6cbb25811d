import type { SnapshotEntry } from '../operations/contract.ts';

/** What snapshots of a group have in common. */
export type GroupKey = 'host' | 'paths' | 'tags';

/** Snapshots a policy judges together; a key that did not count is undefined. */
export interface SnapshotGroup {
  host: string | undefined;
  paths: string[] | undefined;
  tags: string[] | undefined;
  snapshots: SnapshotEntry[];
}

/** Sorts snapshots into groups that agree in `keys`; the order of paths and tags does not matter. Groups stand in order of first appearance. */
export function groupSnapshots(snapshots: readonly SnapshotEntry[], keys: readonly GroupKey[]): SnapshotGroup[] {
  const groups = new Map<string, SnapshotGroup>();
  for (const entry of snapshots) {
    const { hostname, paths, tags } = entry.snapshot;
    const group: SnapshotGroup = {
      host: keys.includes('host') ? (hostname ?? '') : undefined,
      paths: keys.includes('paths') ? [...paths].sort() : undefined,
      tags: keys.includes('tags') ? [...(tags ?? [])].sort() : undefined,
      snapshots: [],
    };
    const name = JSON.stringify([group.host, group.paths, group.tags]);
    const known = groups.get(name) ?? group;
    groups.set(name, known);
    known.snapshots.push(entry);
  }
  return [...groups.values()];
}
