import { dirname, join } from 'node:path';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Destination, RepositoryRef } from '../../../shared/model/destination.ts';
import type { RepositoryAccess } from '../../engine-host/index.ts';
import type { Place } from '../../engine/index.ts';
import { azureLocation, folderOn } from '../../places/index.ts';
import { retiredPlaces } from '../../protection/index.ts';
import { pcLabel, type SetupNeeds } from '../needs.ts';
import { anotherRepository, isOfThisPharmacy } from '../repositories.ts';
import { isFreeFolder, placesBeside } from './beside.ts';
import { type LyingRepository, noteOld } from './note-old.ts';
import { whereOf } from './where-of.ts';

/**
 * Begins the new repository `of` a place beside one that is only read any more: the first of all with fresh master keys, the others
 * with those of the first. Goes on with one of an earlier try. `place-unreachable` where others have theirs and none of those can be
 * reached, `repository-exists` where nothing beside it is free.
 */
export async function beginBeside(
  needs: SetupNeeds,
  of: RepositoryRef,
  old: LyingRepository,
): Promise<{ destination: Destination; place: Place }> {
  const from = await anotherRepository(needs, of);
  const taken = takenIn(needs, of);
  for await (const destination of placesBeside(old.destination)) {
    const place = placeOf(destination, old.place);
    if (taken.has(whereOf(destination))) continue;
    if (place.azure === undefined && !(await isFreeFolder(place.location))) continue;
    if (await isMade(needs, place, from)) return { destination, place };
    await noteOld(needs, of, { destination, place });
  }
  throw new LifeboatError('repository-exists', { location: old.place.location });
}

/** Where other places are or were, whatever lies there now; what a disk has is on no other one. */
function takenIn({ store }: SetupNeeds, of: RepositoryRef): Set<string> {
  const others = store.destinations.list().filter(({ id, kind }) => id !== of.destination && kind !== 'usb-set');
  return new Set([...others, ...retiredPlaces(store).map(({ destination }) => destination)].map(whereOf));
}

/** Makes the repository, or goes on with one of an earlier try. False: something else is there, or one with other master keys. */
async function isMade(needs: SetupNeeds, place: Place, from: RepositoryAccess | undefined): Promise<boolean> {
  const { host, vault, installation } = needs;
  const at = { ...place, password: await vault.makePcKey() };
  try {
    await host.listKeys({ at });
    return from === undefined || (await isOfThisPharmacy(needs, at, from));
  } catch (error) {
    if (isLifeboatError(error, 'config-missing')) return false;
    if (isLifeboatError(error, 'wrong-password')) return from !== undefined && (await isOfThisPharmacy(needs, at, from));
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

/** Reached in the way the old one is. */
function placeOf(where: Destination, old: Place): Place {
  if (where.kind === 'azure') return { ...old, location: azureLocation(where) };
  if (where.kind !== 'usb-set') return { location: where.path };
  return { location: join(dirname(old.location), folderOn(where.disks[0] ?? {})) };
}
