import type { RepositoryRef } from '../../shared/model/destination.ts';
import { isWaiting } from '../protection/index.ts';
import type { JobEnd } from './perform-job.ts';
import type { JobSurroundings } from './surroundings.ts';

/** Begins the new repository of a place, unless another run has done that meanwhile. */
export async function runRenewal(s: JobSurroundings, ref: RepositoryRef): Promise<JobEnd> {
  if (!isWaiting(s.store, ref)) return { status: 'skipped', reason: 'nothing-new' };
  await s.beginAnew(ref);
  return { status: 'completed' };
}
