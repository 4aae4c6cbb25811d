import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { HostHooks } from '../engine-host/index.ts';
import type { JobEnd } from './perform-job.ts';
import { accessTo } from './places-now.ts';
import type { JobSurroundings } from './surroundings.ts';

/** Whether the vault still answers and a repository still opens, as after an update. What does not is thrown. */
export async function runSelfCheck(s: JobSurroundings, { ref }: { ref: RepositoryRef }, hooks: HostHooks): Promise<JobEnd> {
  await s.host.listKeys({ at: await accessTo(s, ref) }, hooks);
  return { status: 'completed' };
}
