import { isSameRepository, type RepositoryRef } from '../../shared/model/destination.ts';
import { placesWithLostKeys } from '../setup/index.ts';
import { mayWrite } from './may-write.ts';
import { reachDestinations } from './places-now.ts';
import type { Runs } from './runs.ts';
import type { JobSurroundings } from './surroundings.ts';
import type { RunWish, StartedRun } from './wishes.ts';

/** Takes the keys of lost PCs away wherever they may still be; places that are away are on record as that. Undefined: nowhere. */
export async function removeLostKeys(s: JobSurroundings, runs: Runs, wish: RunWish): Promise<StartedRun | undefined> {
  const places = placesWithLostKeys(s);
  if (places.length === 0) return undefined;
  const reaches = await reachDestinations(s);
  const here = (ref: RepositoryRef): boolean => reaches.some((one) => 'ref' in one && isSameRepository(one.ref, ref));
  const reachable = places.filter(here);
  const away = places.filter((ref) => !here(ref));
  return runs.removeKeys(
    wish,
    reachable.filter((ref) => mayWrite(s.store, ref)),
    [
      ...reachable.filter((ref) => !mayWrite(s.store, ref)).map((ref) => ({ ref, reason: 'attack-suspected' as const })),
      ...away.map((ref) => ({ ref, reason: reasonFor(ref, reaches) })),
    ],
  );
}

function reasonFor({ destination: id }: RepositoryRef, reaches: Awaited<ReturnType<typeof reachDestinations>>) {
  const found = reaches.find(({ destination }) => destination.id === id);
  return found !== undefined && 'reason' in found ? found.reason : 'destination-away';
}

/** As {@link removeLostKeys}, by itself: only at places that came back since, or where it was not tried yet. */
export async function removeLostKeysFrom(s: JobSurroundings, runs: Runs, here: readonly RepositoryRef[]): Promise<StartedRun | undefined> {
  const wanted = placesWithLostKeys(s).filter(
    (ref) => here.some((one) => isSameRepository(one, ref)) && mayWrite(s.store, ref) && !isForbidden(s, ref),
  );
  return wanted.length === 0 ? undefined : runs.removeKeys({ trigger: 'follow-up' }, wanted, []);
}

/** Where the everyday credential may delete nothing, asking again changes nothing: maintenance with another credential does. */
function isForbidden({ store }: JobSurroundings, at: RepositoryRef): boolean {
  return store.history.lastJob({ kinds: ['key-removal'], at })?.reason === 'removal-not-permitted';
}
