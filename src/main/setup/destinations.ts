import { LifeboatError } from '../../shared/errors/index.ts';
import { type Destination, type DestinationOf, type Probe, repositoriesOf, type RepositoryRef } from '../../shared/model/destination.ts';
import type { Place } from '../engine/index.ts';
import { azureLocation } from '../places/index.ts';
import { keepApart } from './apart.ts';
import { everydayCredential, type GivenCredential, givenCredentials, paperAccess } from './azure-credential.ts';
import { credentialName, type SetupNeeds } from './needs.ts';
import { listRepository } from './list-repository.ts';
import { makeFolder } from './make-folder.ts';
import { makeRepository } from './make-repository.ts';
import { keepForRetired } from './renewal/retired.ts';

/** How long what is printed on a kit opens an off-site copy: until well after the next kit is due. */
const PAPER_YEARS = 3;

/** Tries a place that may become a destination. Nothing is kept. */
export async function probeDestination(needs: SetupNeeds, destination: Destination, credential?: GivenCredential): Promise<Probe> {
  const place = await placeOf(needs, destination, credential);
  return await needs.host.probe({ at: place, destination });
}

/**
 * Keeps a destination: its credential narrowed, its repository made or adopted, its first probe on record. `place-in-source` for a folder
 * in one that is backed up.
 */
export async function addDestination(needs: SetupNeeds, destination: Destination, credential?: GivenCredential): Promise<void> {
  if (destination.kind === 'usb-set') {
    // Disks are added one by one, each when it is plugged in.
    const before = needs.store.destinations.get(destination.id);
    needs.store.destinations.put({
      ...destination,
      disks: before?.kind === 'usb-set' ? before.disks : [],
    });
    return;
  }
  const ref = { destination: destination.id };
  const place = destination.kind === 'azure' ? await keepCredential(needs, destination, credential ?? {}) : { location: destination.path };
  if (destination.kind !== 'azure') {
    keepApart(needs.store.sources.list(), [destination.path]);
    await makeFolder(destination.path);
  }
  const probe = await needs.host.probe({ at: place, destination });
  const made = await makeRepository(needs, { destination, ref, place });
  needs.store.transaction(() => {
    needs.store.destinations.put(made);
    needs.store.notes.addProbe(ref, probe);
  });
}

/**
 * Changes a destination of the same kind. Where it lies somewhere else now, the repository there is opened or made and what lies in it
 * is listed; a credential that is given takes the place of the one that is kept. `credential-missing` for another place in the cloud
 * without one: what is kept opens only the place it was made for.
 */
export async function updateDestination(needs: SetupNeeds, destination: Destination, credential?: GivenCredential): Promise<void> {
  const before = needs.store.destinations.get(destination.id);
  if (before?.kind !== destination.kind) {
    throw new LifeboatError('value-invalid', {
      name: 'destination',
      value: destination.id,
      expected: 'one that is set up, of the same kind',
    });
  }
  if (destination.kind === 'usb-set') await addDestination(needs, destination);
  else if (credential === undefined && !isElsewhere(before, destination)) needs.store.destinations.put(destination);
  else {
    if (isElsewhere(before, destination)) await keepForRetired(needs, destination.id);
    await addDestination(needs, destination, credential);
    if (!isElsewhere(before, destination)) return;
    const found = await needs.places.look({ destination: destination.id });
    if (found.state !== 'here') return;
    await listRepository(needs, { destination: destination.id }, { ...found.place, password: await needs.vault.pcKey() });
  }
}

function isElsewhere(before: Destination, now: Destination): boolean {
  if (before.kind === 'azure' && now.kind === 'azure') {
    return azureLocation(before) !== azureLocation(now) || before.account !== now.account || before.endpoint !== now.endpoint;
  }
  return 'path' in before && 'path' in now && before.path !== now.path;
}

/** Forgets a destination; what lies there stays. */
export async function removeDestination(needs: SetupNeeds, id: string): Promise<void> {
  const destination = needs.store.destinations.get(id);
  if (destination === undefined) return;
  await keepForRetired(needs, id);
  needs.store.transaction(() => {
    needs.store.destinations.remove(id);
    for (const ref of repositoriesOf(destination)) needs.store.points.replaceAll(ref, [], needs.clock.now().toISOString());
  });
  for (const name of [credentialName.ofDestination(id), credentialName.ofPaper(id)]) await needs.vault.delete(name);
}

/** Narrows what was given, keeps it in the vault, and says how the place is reached with it. */
export async function keepCredential(needs: SetupNeeds, destination: DestinationOf<'azure'>, credential: GivenCredential): Promise<Place> {
  const given = givenCredentials(destination, credential);
  const now = needs.clock.now();
  // The container is made while the key is at hand: the narrow credential may not.
  await needs.host.probe({ at: { location: azureLocation(destination), azure: given }, destination });
  const azure = await everydayCredential(destination, given, now);
  await needs.vault.set(credentialName.ofDestination(destination.id), JSON.stringify(azure));
  const paper = await paperAccess(destination, given, new Date(now.getTime() + PAPER_YEARS * 365 * 24 * 60 * 60 * 1000));
  if (paper) await needs.vault.set(credentialName.ofPaper(destination.id), JSON.stringify(paper));
  return { location: azureLocation(destination), azure };
}

async function placeOf(needs: SetupNeeds, destination: Destination, credential?: GivenCredential): Promise<Place> {
  if (destination.kind === 'azure') return { location: azureLocation(destination), azure: givenCredentials(destination, credential ?? {}) };
  if (destination.kind !== 'usb-set') return { location: destination.path };
  const refs: RepositoryRef[] = repositoriesOf(destination).slice();
  for (const ref of refs) {
    const found = await needs.places.look(ref);
    if (found.state === 'here') return found.place;
  }
  throw new LifeboatError('place-unreachable', { location: destination.name, reason: 'away' }, { retryable: true });
}
