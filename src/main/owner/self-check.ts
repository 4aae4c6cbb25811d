import { repositoriesOf, type RepositoryRef } from '../../shared/model/destination.ts';
import { accessTo, type JobSurroundings } from '../jobs/index.ts';
import { asLifeboatError } from '../../shared/errors/index.ts';
import { FACT_FLAGS } from '../protection/index.ts';
import { UPDATED_FROM } from '../api/index.ts';
import { VERSION } from '../version.ts';

const CHECKED = 'checked-version';

/**
 * After an update of Lifeboat: does the vault still answer, and does every repository that is here still open? True: all is
 * well. After a failure the next start looks again.
 */
export async function checkAfterUpdate(s: JobSurroundings): Promise<boolean> {
  const { store, places, clock } = s;
  const before = store.notes.flag(CHECKED);
  if (before === VERSION) return true;
  if (before === undefined) {
    store.notes.setFlag(CHECKED, VERSION);
    return true;
  }
  try {
    for (const ref of store.destinations.list().flatMap(repositoriesOf)) {
      if ((await places.look(ref)).state === 'here') await opens(s, ref);
    }
    store.notes.setFlag(CHECKED, VERSION);
    store.notes.setFlag(UPDATED_FROM, before);
    store.notes.setFlag(FACT_FLAGS.selfCheckFailedAt, undefined);
    return true;
  } catch {
    store.notes.setFlag(FACT_FLAGS.selfCheckFailedAt, clock.now().toISOString());
    return false;
  }
}

async function opens(s: JobSurroundings, ref: RepositoryRef): Promise<void> {
  const at = await accessTo(s, ref);
  try {
    await s.host.listKeys({ at });
  } catch (error) {
    // A line that is down or a lock in the way is not the update's fault.
    if (!asLifeboatError(error).retryable) throw error;
  }
}
