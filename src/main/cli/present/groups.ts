import type { CliTexts } from '../../../shared/text/index.ts';
import type { SnapshotEntry } from '../../engine/index.ts';
import type { Grouping } from '../options/group-by.ts';
import { harmless } from '../terminal/harmless.ts';

/** Snapshots that agree in host, paths or tags; what they agree in is set, the rest undefined. */
export interface GroupNames {
  host: string | undefined;
  paths: string[] | undefined;
  tags: string[] | undefined;
}

export interface ShownGroup extends GroupNames {
  snapshots: SnapshotEntry[];
}

/** Parts snapshots into groups, each in its given order, groups in the order of their first snapshots. */
export function groupForShowing(entries: readonly SnapshotEntry[], by: readonly Grouping[]): ShownGroup[] {
  const groups = new Map<string, ShownGroup>();
  for (const entry of entries) {
    const names = namesOf(entry, by);
    const key = JSON.stringify([names.host, names.paths, names.tags]);
    const group = groups.get(key) ?? { ...names, snapshots: [] };
    group.snapshots.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The newest `count` of each group, in the order they were given in, which is by time. */
export function newestOfEach(entries: readonly SnapshotEntry[], count: number): SnapshotEntry[] {
  const stay = new Set(
    groupForShowing(entries, ['host', 'paths']).flatMap(({ snapshots }) => (count === 0 ? [] : snapshots.slice(-count))),
  );
  return entries.filter((entry) => stay.has(entry));
}

/** What a group's snapshots have in common, in words. */
export function groupTitle({ host, paths, tags }: GroupNames, { snapshots, forget }: CliTexts['results']): string {
  const names: string[] = [];
  if (host !== undefined) names.push(snapshots.host(harmless(host)));
  if (paths !== undefined) names.push(snapshots.paths(paths.map(harmless).join(', ')));
  if (tags !== undefined && tags.length > 0) names.push(snapshots.tags(tags.map(harmless).join(', ')));
  return names.length === 0 ? forget.allInOne : names.join(', ');
}

function namesOf({ snapshot }: SnapshotEntry, by: readonly Grouping[]): GroupNames {
  return {
    host: by.includes('host') ? (snapshot.hostname ?? '') : undefined,
    paths: by.includes('paths') ? [...snapshot.paths].sort() : undefined,
    tags: by.includes('tags') ? [...(snapshot.tags ?? [])].sort() : undefined,
  };
}
