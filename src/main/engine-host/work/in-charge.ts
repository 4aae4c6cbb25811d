import { LifeboatError } from '../../../shared/errors/index.ts';
import { listSnapshots, type SnapshotEntry } from '../../engine/index.ts';
import type { RepositoryAccess } from '../engine-host.ts';
import type { AppendingSession } from './ground.ts';
import { hasTag, tookOverTag } from './tags.ts';

/**
 * `installation-retired` where another PC took over from this one: it says so in every seal of its own. Nothing is to be written there
 * any more, whatever it is. Gives the snapshots that are there.
 */
export async function assertInCharge(
  session: AppendingSession,
  { at, installation }: { at: RepositoryAccess; installation: string },
): Promise<SnapshotEntry[]> {
  const { snapshots } = await listSnapshots(session);
  const retired = snapshots.findLast((entry) => hasTag(entry, tookOverTag(installation)));
  if (retired) throw new LifeboatError('installation-retired', { location: at.location, since: retired.snapshot.time });
  return snapshots;
}
