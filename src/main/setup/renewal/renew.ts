import { dirname, join } from 'node:path';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import { type Destination, type RepositoryRef, repositoryKey } from '../../../shared/model/destination.ts';
import type { RepositoryAccess } from '../../engine-host/index.ts';
import type { Place } from '../../engine/index.ts';
import { azureLocation, folderOn } from '../../places/index.ts';
import { pcLabel, type SetupNeeds } from '../needs.ts';
import { anotherRepository } from '../repositories.ts';
import { newKeyOf, noLongerWaiting } from './begin.ts';
import { isFreeFolder, placesBeside } from './beside.ts';
import { refOf, retiredFor } from './retired.ts';

/**
 * Begins the new repository of a place beside its old one: the first of all with fresh master keys, the others with those of the first.
 * Safe to begin again wherever it ended. `place-unreachable` while the place is away, or none of those that have theirs can be
 * reached; `repository-exists` where nothing beside it is free.
 */
export async function renewRepository(needs: SetupNeeds, ref: RepositoryRef): Promise<void> {
  const { store, places } = needs;
  await newKeyOf(needs);
  const old = retiredFor(needs, ref);
  const live = store.destinations.get(ref.destination);
  if (old === undefined || live === undefined) return;
  const found = await places.look(refOf(old));
  if (found.state !== 'here') {
    throw new LifeboatError('place-unreachable', { location: live.name, reason: found.state }, { retryable: true });
  }
  const from = await anotherRepository(needs, ref);
  for await (const where of placesBeside(old.destination, refOf(old))) {
    const place = placeOf(where, found.place);
    if (place.azure === undefined && !(await isFreeFolder(place.location))) continue;
    if (!(await isMade(needs, place, from))) continue;
    needs.locations.write(repositoryKey(ref), place.location);
    settle(needs, ref, where);
    return;
  }
  throw new LifeboatError('repository-exists', { location: found.place.location });
}

/** Makes the repository, or goes on with one of an earlier try. False: something else is there, or one with other master keys. */
async function isMade(needs: SetupNeeds, place: Place, from: RepositoryAccess | undefined): Promise<boolean> {
  const { host, vault, installation } = needs;
  const at = { ...place, password: await vault.makePcKey() };
  try {
    const ours = (await host.listKeys({ at })).find(({ current }) => current);
    // All have the same key files, so this one says whether it has the same master keys.
    return from === undefined || (await host.listKeys({ at: from })).some(({ id }) => id === ours?.id);
  } catch (error) {
    if (isLifeboatError(error, 'wrong-password') || isLifeboatError(error, 'config-missing')) return false;
    if (!isLifeboatError(error, 'repository-not-found')) throw error;
  }
  try {
    await host.createRepository({ at, label: pcLabel(installation), ...(from && { from }) });
    return true;
  } catch (error) {
    if (isLifeboatError(error, 'repository-exists')) return false;
    throw error;
  }
}

/** From now on copies go there. */
function settle({ store }: SetupNeeds, ref: RepositoryRef, where: Destination): void {
  store.transaction(() => {
    const live = store.destinations.get(ref.destination);
    if (live !== undefined) store.destinations.put(movedTo(live, ref, where));
    noLongerWaiting({ store }, ref);
  });
}

/** What people changed meanwhile stays. */
function movedTo(live: Destination, ref: RepositoryRef, where: Destination): Destination {
  if (live.kind === 'azure' && where.kind === 'azure') return { ...live, prefix: where.prefix };
  if (live.kind === 'usb-set' && where.kind === 'usb-set') {
    const folder = folderOn(where.disks[0] ?? {});
    return { ...live, disks: live.disks.map((disk) => (disk.id === ref.disk ? { ...disk, folder } : disk)) };
  }
  return 'path' in live && 'path' in where ? { ...live, path: where.path } : live;
}

/** Reached in the way the old one is. */
function placeOf(where: Destination, old: Place): Place {
  if (where.kind === 'azure') return { ...old, location: azureLocation(where) };
  if (where.kind !== 'usb-set') return { location: where.path };
  return { location: join(dirname(old.location), folderOn(where.disks[0] ?? {})) };
}
