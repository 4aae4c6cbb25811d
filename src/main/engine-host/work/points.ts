import { listSnapshots, type SnapshotEntry } from '../../engine/index.ts';
import type { HostHooks, ListedPoint, RepositoryAccess } from '../engine-host.ts';
import { browsing, type Ground } from './ground.ts';
import { CRASH_CONSISTENT, hasTag, tagValue } from './tags.ts';

/** The restore points of every source at a repository. Snapshots that are no source's are left out. */
export async function listPoints(ground: Ground, { at }: { at: RepositoryAccess }, hooks: HostHooks): Promise<ListedPoint[]> {
  return await browsing(ground, at, hooks, async (session) => {
    const { snapshots } = await listSnapshots(session, {}, hooks);
    return snapshots.flatMap((entry) => pointOf(entry));
  });
}

function pointOf(entry: SnapshotEntry): ListedPoint[] {
  const source = tagValue(entry, 'source');
  if (source === undefined) return [];
  const { id, snapshot } = entry;
  return [
    {
      point: snapshot.original ?? id,
      source,
      installation: tagValue(entry, 'installation'),
      time: snapshot.time,
      snapshot: id,
      bytes: snapshot.summary?.total_bytes_processed ?? 0,
      files: snapshot.summary?.total_files_processed ?? 0,
      isConsistent: !hasTag(entry, CRASH_CONSISTENT),
    },
  ];
}
