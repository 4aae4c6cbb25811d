import type { Id } from '../format/id.ts';
import type { SnapshotEntry } from '../operations/contract.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import { isDamage } from '../damage.ts';

/** Snapshot files read at a time. */
const LANES = 8;

/** The snapshots of a repository, in no order, and the files that hold none that can be read. */
export interface LoadedSnapshots {
  entries: SnapshotEntry[];
  unreadable: Id[];
}

/** Lists and reads every snapshot file. Damaged ones are told, not thrown. */
export async function loadSnapshots(
  repository: Pick<ReadingRepository, 'list' | 'loadSnapshot'>,
  signal?: AbortSignal,
): Promise<LoadedSnapshots> {
  const loaded: LoadedSnapshots = { entries: [], unreadable: [] };
  const files = await repository.list('snapshots', signal);
  const load = async ({ name: id }: { name: Id }): Promise<void> => {
    try {
      loaded.entries.push({ id, snapshot: await repository.loadSnapshot(id, signal) });
    } catch (error) {
      if (!isDamage(error)) throw error;
      loaded.unreadable.push(id);
    }
  };
  await forEachConcurrently(files, LANES, load, signal);
  return loaded;
}
