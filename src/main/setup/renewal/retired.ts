import { LifeboatError } from '../../../shared/errors/index.ts';
import { type Destination, isSameRepository, type RepositoryRef, repositoriesOf } from '../../../shared/model/destination.ts';
import type { RetiredCopies, RetiredPlace } from '../../../shared/model/renewal.ts';
import { RETIRED_PLACE, retiredPlaces, waitingPlaces } from '../../protection/index.ts';
import { azureLocation, DISK_FOLDER, folderOn } from '../../places/index.ts';
import { slugOf } from '../../../shared/model/slug-of.ts';
import { credentialName, type SetupNeeds } from '../needs.ts';

/** An old repository as a repository of its own. */
export function refOf({ destination }: RetiredPlace): RepositoryRef {
  return repositoriesOf(destination)[0] ?? { destination: destination.id };
}

/** The repository that was retired last in favour of one that is to come, or has come. */
export function retiredFor({ store }: Pick<SetupNeeds, 'store'>, ref: RepositoryRef): RetiredPlace | undefined {
  return retiredPlaces(store).find(({ of }) => isSameRepository(of, ref));
}

/** Puts an old repository on record, under a name of its own: what it was called as a place, of a set of disks the disk's label. */
export function putRetired({ store }: Pick<SetupNeeds, 'store'>, { destination: place, ...about }: RetiredPlace): RetiredPlace {
  const { of } = about;
  const taken = [...store.destinations.list(), ...retiredPlaces(store).map(({ destination }) => destination)].map(({ id }) => id);
  const name = (place.kind === 'usb-set' ? place.disks[0]?.label : undefined) ?? place.name;
  const retired = { destination: { ...place, id: slugOf(`${of.destination} ${of.disk ?? ''} old`, taken), name }, ...about };
  store.notes.setFlag(RETIRED_PLACE + retired.destination.id, JSON.stringify(retired));
  return retired;
}

/** Every old repository that is kept, newest first. */
export function retiredCopies({ store }: Pick<SetupNeeds, 'store'>): RetiredCopies[] {
  return retiredPlaces(store).map((retired) => {
    const { destination, of, since } = retired;
    const points = store.points.list({ at: refOf(retired) });
    return {
      id: destination.id,
      name: destination.name,
      of,
      since,
      location: locationOf(destination),
      points: points.length,
      ...(points[0] && { newest: points[0].time }),
      mayForget: !isNeeded({ store }, retired),
      isShut: retired.isShut === true,
    };
  });
}

/** Forgets an old repository: what lies there stays. `value-invalid` for one that is not there, or by which its place is still found. */
export async function forgetRetired({ store, vault, clock }: SetupNeeds, id: string): Promise<void> {
  const retired = retiredPlaces(store).find(({ destination }) => destination.id === id);
  if (retired === undefined || isNeeded({ store }, retired)) {
    throw new LifeboatError('value-invalid', { name: 'id', value: id, expected: 'old copies whose place has its new repository' });
  }
  store.transaction(() => {
    store.notes.setFlag(RETIRED_PLACE + id, undefined);
    store.points.replaceAll(refOf(retired), [], clock.now().toISOString());
  });
  await vault.delete(credentialName.ofDestination(id));
  if (!retiredPlaces(store).some(({ renewal }) => renewal === retired.renewal))
    await vault.delete(credentialName.ofRetired(retired.renewal));
}

/** Before a place's credential goes or changes: its old repositories keep the one they are reached with. */
export async function keepForRetired({ store, vault }: Pick<SetupNeeds, 'store' | 'vault'>, destination: string): Promise<void> {
  const credential = await vault.get(credentialName.ofDestination(destination));
  if (credential === undefined) return;
  for (const { of, destination: old } of retiredPlaces(store)) {
    if (of.destination === destination) await vault.set(credentialName.ofDestination(old.id), credential);
  }
}

/** The place that is still to have its new repository is found by it. */
function isNeeded({ store }: Pick<SetupNeeds, 'store'>, { of }: RetiredPlace): boolean {
  return waitingPlaces(store).some((ref) => isSameRepository(ref, of));
}

function locationOf(destination: Destination): string {
  if (destination.kind === 'azure') return `${destination.account}: ${azureLocation(destination).slice('azure:'.length)}`;
  if (destination.kind !== 'usb-set') return destination.path;
  return `${DISK_FOLDER}/${folderOn(destination.disks[0] ?? {})}`;
}
