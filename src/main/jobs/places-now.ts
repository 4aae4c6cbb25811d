import { LifeboatError } from '../../shared/errors/index.ts';
import { type Destination, repositoriesOf, type RepositoryRef } from '../../shared/model/destination.ts';
import type { SkipReason } from '../../shared/model/run.ts';
import type { RepositoryAccess } from '../engine-host/index.ts';
import type { PlaceState } from '../places/index.ts';
import { retiredPlaces } from '../protection/index.ts';
import { refOfRetired } from '../setup/index.ts';
import type { JobSurroundings } from './surroundings.ts';

/** A destination as a run finds it: the repository it can use now, or why there is none. */
export type Reach = { destination: Destination; ref: RepositoryRef } | { destination: Destination; reason: SkipReason };

/** Looks at every destination, on-site first. Of a set of disks the ones that are plugged in count, each by itself. */
export async function reachDestinations({ store, places }: JobSurroundings): Promise<Reach[]> {
  const ordered = store.destinations.list().toSorted((a, b) => order(a) - order(b));
  const reaches = await Promise.all(ordered.map(async (destination) => await reach(destination, places)));
  return reaches.flat();
}

/** The repositories that can be reached now, on-site first. */
export async function reachableNow(s: JobSurroundings): Promise<RepositoryRef[]> {
  return (await reachDestinations(s)).flatMap((found) => ('ref' in found ? [found.ref] : []));
}

/** As {@link reachableNow}, and after those the old repositories that are only read any more. */
export async function readableNow(s: JobSurroundings): Promise<RepositoryRef[]> {
  const old = retiredPlaces(s.store).map((retired) => refOfRetired(retired));
  const looks = await Promise.all(old.map(async (ref) => ({ ref, found: await lookSafely(ref, s.places) })));
  return [...(await reachableNow(s)), ...looks.filter(({ found }) => found.state === 'here').map(({ ref }) => ref)];
}

async function reach(destination: Destination, places: JobSurroundings['places']): Promise<Reach[]> {
  const looks = await Promise.all(repositoriesOf(destination).map(async (ref) => ({ ref, found: await lookSafely(ref, places) })));
  const here = looks.filter(({ found }) => found.state === 'here').map(({ ref }) => ({ destination, ref }));
  if (here.length > 0) return here;
  return [{ destination, reason: reasonOf(looks.map(({ found }) => found)) }];
}

/** A vault that does not give one place's credential must not keep a backup from all the others. */
export async function lookSafely(ref: RepositoryRef, places: JobSurroundings['places']): Promise<PlaceState> {
  try {
    return await places.look(ref);
  } catch {
    return { state: 'credential-missing' };
  }
}

function reasonOf(states: readonly PlaceState[]): SkipReason {
  if (states.some(({ state }) => state === 'credential-expired' || state === 'credential-missing')) return 'credential-expired';
  if (states.some(({ state }) => state === 'waiting')) return 'new-repository-waits';
  return states.some(({ state }) => state === 'unreachable') ? 'destination-unreachable' : 'destination-away';
}

function order({ site, isolation }: Destination): number {
  // Of places in the house the one that is always there takes the first copy.
  return (site === 'on-site' ? 0 : 2) + (isolation === 'online' ? 0 : 1);
}

/** What opens a repository that is here. `place-unreachable` if it no longer is. */
export async function accessTo(s: JobSurroundings, ref: RepositoryRef): Promise<RepositoryAccess> {
  const found = await s.places.look(ref);
  if (found.state === 'here') return { ...found.place, password: await s.secrets.repositoryPassword(ref) };
  const name = s.store.destinations.get(ref.destination)?.name ?? ref.destination;
  if (found.state === 'credential-missing') throw new LifeboatError('credential-missing', { location: name });
  if (found.state === 'credential-expired') throw new LifeboatError('credential-refused', { location: name });
  throw new LifeboatError('place-unreachable', { location: name, reason: found.state }, { retryable: true });
}
