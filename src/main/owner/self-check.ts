import type { Job } from '../../shared/model/run.ts';
import { type JobSurroundings, reachableNow, type Runs } from '../jobs/index.ts';
import { FACT_FLAGS } from '../protection/index.ts';
import { UPDATED_FROM } from '../api/index.ts';
import { VERSION } from '../version.ts';

const CHECKED = 'checked-version';

/**
 * After an update of Lifeboat: does the vault still answer, and does every repository that is here still open? A run of its own,
 * so that somebody can look what it found. True: all is well. After a failure the next start looks again, and so it does where
 * this process ended in the middle.
 */
export async function checkAfterUpdate(s: JobSurroundings, runs: Runs): Promise<boolean> {
  const { store, clock } = s;
  const before = store.notes.flag(CHECKED);
  if (before === VERSION) return true;
  if (before === undefined) {
    store.notes.setFlag(CHECKED, VERSION);
    return true;
  }
  const run = await runs.selfCheck({ trigger: 'follow-up' }, await reachableNow(s)).ended;
  if (run.status === 'interrupted') return true;
  const isFine = !store.history.jobs({ run: run.id, limit: 1000 }).some(isTheUpdatesFault);
  if (isFine) {
    store.notes.setFlag(CHECKED, VERSION);
    store.notes.setFlag(UPDATED_FROM, before);
  }
  store.notes.setFlag(FACT_FLAGS.selfCheckFailedAt, isFine ? undefined : clock.now().toISOString());
  return isFine;
}

/** A line that is down or a lock in the way is not. */
function isTheUpdatesFault({ status, error }: Job): boolean {
  return status === 'failed' && error?.retryable !== true;
}
