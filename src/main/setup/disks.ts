import { join } from 'node:path';
import { LifeboatError } from '../../shared/errors/index.ts';
import type { DestinationOf, UsbDisk } from '../../shared/model/destination.ts';
import { slugOf } from '../../shared/model/slug-of.ts';
import { DISK_FOLDER, type DiskMarker, folderOn, newMarker, readMarker, writeMarker } from '../places/index.ts';
import { retiredPlaces } from '../protection/index.ts';
import { keepApart } from './apart.ts';
import { makeFolder } from './make-folder.ts';
import { makeRepository } from './make-repository.ts';
import type { SetupNeeds } from './needs.ts';

/**
 * Takes the disk plugged in at `path` into a set: marked, with a repository of its own. One that was in a set before goes on with what it
 * has. `value-invalid` for a disk that is in a set; further errors as of `makeRepository`.
 */
export async function addDisk(
  needs: SetupNeeds,
  { destination: id, label, path }: { destination: string; label: string; path: string },
): Promise<UsbDisk> {
  const destination = needs.store.destinations.get(id);
  if (destination?.kind !== 'usb-set')
    throw new LifeboatError('value-invalid', { name: 'destination', value: id, expected: 'a set of disks' });
  const drive = (await needs.listDrives()).find((one) => one.path === path);
  const known = await readMarker(path);
  const disk: UsbDisk = {
    id: slugOf(
      label,
      destination.disks.map((one) => one.id),
    ),
    label,
    marker: markerFor(needs, known),
    ...(drive?.volumeId !== undefined && { volumeId: drive.volumeId }),
  };
  keepApart(needs.store.sources.list(), [join(path, DISK_FOLDER)]);
  await makeFolder(join(path, DISK_FOLDER));
  const probe = await needs.host.probe({ at: { location: join(path, DISK_FOLDER) }, destination });
  const ref = { destination: id, disk: disk.id };
  const made = await makeRepository(needs, {
    destination: { ...destination, disks: [disk] },
    ref,
    place: { location: join(path, DISK_FOLDER, folderOn(disk)) },
    isMarkedOurs: known?.installation === needs.installation,
  });
  const [added = disk] = (made as DestinationOf<'usb-set'>).disks;
  await writeMarker(path, { marker: added.marker, disk: added.id, installation: needs.installation });
  needs.store.transaction(() => {
    // Another disk may have been added meanwhile.
    const now = needs.store.destinations.get(id);
    const set = now?.kind === 'usb-set' ? now : destination;
    needs.store.destinations.put({ ...set, disks: [...set.disks, added] });
    needs.store.notes.addProbe(ref, probe);
  });
  return added;
}

/** Takes a disk out of its set; what lies on it stays. */
export function removeDisk({ store, clock }: Pick<SetupNeeds, 'store' | 'clock'>, ref: { destination: string; disk: string }): void {
  const set = store.destinations.get(ref.destination);
  if (set?.kind !== 'usb-set') return;
  store.transaction(() => {
    store.destinations.put({ ...set, disks: set.disks.filter(({ id }) => id !== ref.disk) });
    store.points.replaceAll(ref, [], clock.now().toISOString());
  });
}

/** Old copies on it are found by its marker, so that stays; otherwise it gets another one: it may be a copy of a disk. */
function markerFor({ store }: Pick<SetupNeeds, 'store'>, known: DiskMarker | undefined): string {
  const disks = store.destinations.list().flatMap((one) => (one.kind === 'usb-set' ? one.disks : []));
  const taken = disks.find(({ marker }) => marker === known?.marker);
  if (taken) throw new LifeboatError('value-invalid', { name: 'disk', value: taken.label, expected: 'a disk that is not in the set yet' });
  const old = retiredPlaces(store).flatMap(({ destination: one }) => (one.kind === 'usb-set' ? one.disks : []));
  return old.find(({ marker }) => marker === known?.marker)?.marker ?? newMarker();
}
