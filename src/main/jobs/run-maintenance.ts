import { isLifeboatError } from '../../shared/errors/index.ts';
import type { RepositoryRef } from '../../shared/model/destination.ts';
import { retentionFor } from '../../shared/model/tier-defaults.ts';
import type { AzureCredentials } from '../engine/index.ts';
import { areDeletionsHeld } from '../protection/index.ts';
import { listRepository, lostKeysAt } from '../setup/index.ts';
import { type HostHooks, type HostMaintenanceRequest, SEAL } from '../engine-host/index.ts';
import type { JobEnd } from './perform-job.ts';
import { pinsAt } from './pins.ts';
import { accessTo } from './places-now.ts';
import { policiesNow } from './policies-now.ts';
import { runKeyRemoval } from './run-key-removal.ts';
import type { JobSurroundings } from './surroundings.ts';

/** Seals are small and only the newest matters; a few older ones help to see what was changed. */
const SEAL_RETENTION = { last: 10, daily: 30, monthly: 24 };

export interface MaintenanceWish {
  ref: RepositoryRef;
  /** What may delete there, given for this once; without it the everyday credential, which on a network may not. */
  azure?: AzureCredentials | undefined;
}

/** Forgets what no tier's retention keeps and removes the data nobody needs. */
export async function runMaintenance(s: JobSurroundings, { ref, azure }: MaintenanceWish, hooks: HostHooks): Promise<JobEnd> {
  // A credential that may delete is there for this once: what the everyday one had to leave goes too. No data goes with a key.
  if (azure !== undefined && lostKeysAt(s, ref).length > 0) await runKeyRemoval(s, { ref, azure });
  if (s.store.notes.flag('clock-trusted') === 'false') return { status: 'skipped', reason: 'clock-not-trusted' };
  if (areDeletionsHeld(s.store, s.clock.now())) return { status: 'skipped', reason: 'deletions-held' };
  const everyday = await accessTo(s, ref);
  const at = { ...everyday, ...(azure && { azure }) };
  // What must stay is found among what really lies there: a store that was lost knows nothing of it.
  await listRepository(s, ref, everyday);
  try {
    const result = await s.host.maintain({ at, policies: retentions(s), pins: pinsAt(s.store, ref) }, hooks);
    s.store.points.remove(ref, result.forgotten);
    return { status: 'completed', figures: { snapshots: result.forgotten.length, bytes: result.prune?.plan.bytesDeleted ?? 0 } };
  } catch (error) {
    if (isLifeboatError(error, 'removal-not-permitted')) return { status: 'skipped', reason: 'removal-not-permitted' };
    throw error;
  }
}

function retentions({ store }: JobSurroundings): HostMaintenanceRequest['policies'] {
  const tiers = policiesNow(store);
  const ofSources = store.sources.list().flatMap((source) => {
    const policy = tiers.find(({ tier }) => tier === source.tier);
    return policy ? [{ source: source.id, retention: retentionFor(policy, source) }] : [];
  });
  return [...ofSources, { source: SEAL, retention: SEAL_RETENTION }];
}
