import type { Clock } from '../../shared/model/clock.ts';
import type { Store } from '../store/index.ts';
import { dueAgain } from './due-again.ts';

const OPEN = ['scheduled', 'running'] as const;

/** At start-up: whatever the last process had begun and not ended was interrupted, and is due again. How many jobs that were. */
export function recoverInterrupted(store: Store, clock: Clock): number {
  const endedAt = clock.now().toISOString();
  return store.transaction(() => {
    const jobs = store.history.jobs({ statuses: OPEN, limit: 100_000 });
    for (const { id } of jobs) store.history.updateJob(id, { status: 'interrupted', endedAt });
    for (const run of store.history.runs({ statuses: OPEN, limit: 100_000 })) {
      store.history.updateRun(run.id, { status: 'interrupted', endedAt });
      dueAgain(store, run);
    }
    return jobs.length;
  });
}
