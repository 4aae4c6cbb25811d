import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { ListedPoint, RepositoryAccess } from '../engine-host/index.ts';
import { RENEWAL } from '../protection/index.ts';
import type { SetupNeeds } from './needs.ts';

/** Makes what the store knows of a repository what the repository says; that is the result. Witnesses that are known already stay. */
export async function listRepository(
  { store, clock, host }: Pick<SetupNeeds, 'store' | 'clock' | 'host'>,
  ref: RepositoryRef,
  at: RepositoryAccess,
): Promise<ListedPoint[]> {
  const renewal = store.notes.flag(RENEWAL);
  const listed = await host.listPoints({ at });
  // What was read may be of the old repository.
  if (store.notes.flag(RENEWAL) !== renewal) return listed;
  const known = new Map(store.points.list({}).map((point) => [point.point, point.witness]));
  const points = listed.map(({ installation: _made, ...point }) => {
    const witness = known.get(point.point);
    return { ...point, ...ref, ...(witness && { witness }) };
  });
  store.points.replaceAll(ref, points, clock.now().toISOString());
  return listed;
}
