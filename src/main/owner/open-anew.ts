import { isSameRepository, type RepositoryRef } from '../../shared/model/destination.ts';
import type { Run } from '../../shared/model/run.ts';
import type { JobSurroundings } from '../jobs/index.ts';
import { diskCame } from './disk-came.ts';

/**
 * Repositories that this PC's key did not open in a run, as one that was away when this PC took over: those get it by way of
 * the others, so that the next run finds them open.
 */
export async function openAnew(s: JobSurroundings, run: Run): Promise<void> {
  const shut = s.store.history.jobs({ run: run.id, limit: 10_000 }).filter(({ error }) => error?.code === 'wrong-password');
  const refs = shut.flatMap(({ destination, disk }): RepositoryRef[] => (destination === undefined ? [] : [{ destination, disk }]));
  const each = refs.filter((ref, at) => refs.findIndex((other) => isSameRepository(ref, other)) === at);
  for (const ref of each) await diskCame(s, ref).catch(() => undefined);
}
