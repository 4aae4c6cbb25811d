import { anySignal } from '../abort.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import type { SnapshotEntry, SnapshotFilter } from './contract.ts';
import { chooseSnapshots } from './choose-snapshots.ts';
import { damagedWarning } from './damaged-warning.ts';

/**
 * The snapshots that are named, each once; without names those that fit the filter. Newest first, with the index loaded.
 * Snapshot files that cannot be read are `damaged` warnings on the way. `snapshot-not-found`, `id-ambiguous`.
 */
export async function openChosenSnapshots(
  session: ReadingSession,
  request: { snapshots?: string[]; filter?: SnapshotFilter },
  hooks: Hooks,
): Promise<SnapshotEntry[]> {
  // Snapshots before the index: whatever a snapshot that was seen needs is then indexed.
  const { snapshots, unreadable } = await chooseSnapshots(session, request, hooks);
  for (const id of unreadable) hooks.onProgress?.(damagedWarning(id));
  hooks.onProgress?.({ kind: 'phase', phase: 'loading-index' });
  await session.repository.loadIndex({ signal: anySignal(session.signal, hooks.signal) });
  return snapshots.reverse();
}
