import { LifeboatError } from '../../../shared/errors/index.ts';
import { type Destination, type RepositoryRef, repositoryKey } from '../../../shared/model/destination.ts';
import { folderOn } from '../../places/index.ts';
import type { SetupNeeds } from '../needs.ts';
import { newKeyOf, noLongerWaiting } from './begin.ts';
import { beginBeside } from './begin-beside.ts';
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
  const begun = await beginBeside(needs, ref, { destination: old.destination, place: found.place });
  needs.locations.write(repositoryKey(ref), begun.place.location);
  settle(needs, ref, begun.destination);
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
