import { type RepositoryRef, repositoriesOf, repositoryKey } from '../../shared/model/destination.ts';
import { type Renewal, renewalSchema, type RetiredPlace, retiredPlaceSchema } from '../../shared/model/renewal.ts';
import type { Store } from '../store/index.ts';

/** The flag with the last time that every place had to begin anew, and those of old repositories by the id of each. */
export const RENEWAL = 'renewal';
export const RETIRED_PLACE = 'retired-place:';

type Notes = Pick<Store, 'notes'>;

/** The last time that a key leaked and every place had to begin anew; undefined: never. */
export function lastRenewal({ notes }: Notes): Renewal | undefined {
  const text = notes.flag(RENEWAL);
  return text === undefined ? undefined : renewalSchema.parse(JSON.parse(text));
}

/** Whether a repository has no new one in its place yet: nobody may use it. */
export function isWaiting(store: Notes, ref: RepositoryRef): boolean {
  return lastRenewal(store)?.waiting.includes(repositoryKey(ref)) === true;
}

/** Those of the places there are now in which there is no new repository yet. */
export function waitingPlaces(store: Pick<Store, 'notes' | 'destinations'>): RepositoryRef[] {
  const waiting = lastRenewal(store)?.waiting ?? [];
  if (waiting.length === 0) return [];
  return store.destinations
    .list()
    .flatMap(repositoriesOf)
    .filter((ref) => waiting.includes(repositoryKey(ref)));
}

/** Old repositories that are kept to be read, newest first. */
export function retiredPlaces({ notes }: Notes): RetiredPlace[] {
  const all = Object.values(notes.flags(RETIRED_PLACE)).map((text) => retiredPlaceSchema.parse(JSON.parse(text)));
  return all.toSorted((a, b) => Date.parse(b.since) - Date.parse(a.since));
}
