import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { SetupNeeds } from './needs.ts';

/** Whether nothing is being written to a disk, so that it may be taken away; if so, on record with who takes it. */
export function releaseDisk(
  { store, clock }: Pick<SetupNeeds, 'store' | 'clock'>,
  { destination, disk, person }: RepositoryRef & { person?: string | undefined },
): boolean {
  const working = store.history.jobs({ statuses: ['running'], limit: 1000 });
  const isBusy = working.some((job) => job.destination === destination && job.disk === disk);
  if (isBusy || disk === undefined) return false;
  store.notes.addCustody({ destination, disk, at: clock.now().toISOString(), event: 'released', ...(person !== undefined && { person }) });
  return true;
}
