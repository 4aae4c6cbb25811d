import { repositoriesOf, type RepositoryRef } from '../../shared/model/destination.ts';
import { accessTo, type JobSurroundings } from '../jobs/index.ts';
import { asLifeboatError } from '../../shared/errors/index.ts';
import { FACT_FLAGS } from '../protection/index.ts';
import { UPDATED_FROM } from '../api/index.ts';
import { VERSION } from '../version.ts';

const CHECKED = 'checked-version';

/**
 * After an update of Lifeboat: does the vault still answer, and does every repository that is here still open? True: all is
 * well. After a failure the next start looks again; so it does when `signal` ended this look.
 */
export async function checkAfterUpdate(s: JobSurroundings, signal: AbortSignal): Promise<boolean> {
  const { store, clock } = s;
  const before = store.notes.flag(CHECKED);
  if (before === VERSION) return true;
  if (before === undefined) {
    store.notes.setFlag(CHECKED, VERSION);
    return true;
  }
  const isFine = await allOpen(s, signal);
  if (signal.aborted) return true;
  if (isFine) {
    store.notes.setFlag(CHECKED, VERSION);
    store.notes.setFlag(UPDATED_FROM, before);
  }
  store.notes.setFlag(FACT_FLAGS.selfCheckFailedAt, isFine ? undefined : clock.now().toISOString());
  return isFine;
}

/** Asks all at once: one that answers late keeps nobody from being asked. */
async function allOpen(s: JobSurroundings, signal: AbortSignal): Promise<boolean> {
  const refs = s.store.destinations.list().flatMap(repositoriesOf);
  const answers = await Promise.allSettled(refs.map(async (ref) => await opensIfHere(s, ref, signal)));
  return answers.every(({ status }) => status === 'fulfilled');
}

async function opensIfHere(s: JobSurroundings, ref: RepositoryRef, signal: AbortSignal): Promise<void> {
  if ((await s.places.look(ref)).state !== 'here') return;
  const at = await accessTo(s, ref);
  try {
    await s.host.listKeys({ at }, { signal });
  } catch (error) {
    // A line that is down or a lock in the way is not the update's fault.
    if (!asLifeboatError(error).retryable) throw error;
  }
}
