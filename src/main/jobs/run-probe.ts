import { LifeboatError } from '../../shared/errors/index.ts';
import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { HostHooks } from '../engine-host/index.ts';
import type { JobEnd } from './perform-job.ts';
import { accessTo } from './places-now.ts';
import type { JobSurroundings } from './surroundings.ts';

/** Tries a place: how quick, how much room, whose clock; what the forecast of its room is made of. */
export async function runProbe(s: JobSurroundings, { ref }: { ref: RepositoryRef }, hooks: HostHooks): Promise<JobEnd> {
  const destination = s.store.destinations.get(ref.destination);
  if (destination === undefined) throw new LifeboatError('place-unreachable', { location: ref.destination, reason: 'removed' });
  s.store.notes.addProbe(ref, await s.host.probe({ at: await accessTo(s, ref), destination }, hooks));
  return { status: 'completed' };
}
