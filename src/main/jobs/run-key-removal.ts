import { isLifeboatError } from '../../shared/errors/index.ts';
import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { AzureCredentials } from '../engine/index.ts';
import { lostKeysAt, lostKeysGone, retire } from '../setup/index.ts';
import type { JobEnd } from './perform-job.ts';
import { accessTo } from './places-now.ts';
import type { JobSurroundings } from './surroundings.ts';

/** Takes the keys of lost PCs out of a repository. `azure`: what may delete there, given for this once. */
export async function runKeyRemoval(
  s: JobSurroundings,
  { ref, azure }: { ref: RepositoryRef; azure?: AzureCredentials | undefined },
): Promise<JobEnd> {
  const labels = lostKeysAt(s, ref);
  const at = { ...(await accessTo(s, ref)), ...(azure && { azure }) };
  const lost = (await s.host.listKeys({ at })).filter(({ label, current }) => !current && labels.includes(label));
  // The same key files lie elsewhere: nobody may give them to another repository any more.
  retire(
    s,
    lost.map(({ id }) => id),
  );
  try {
    for (const { id } of lost) await s.host.removeKey({ at, keyId: id });
  } catch (error) {
    if (isLifeboatError(error, 'removal-not-permitted')) return { status: 'skipped', reason: 'removal-not-permitted' };
    throw error;
  }
  lostKeysGone(s, ref);
  return lost.length === 0 ? { status: 'skipped', reason: 'nothing-new' } : { status: 'completed' };
}
