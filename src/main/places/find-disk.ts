import type { UsbDisk } from '../../shared/model/destination.ts';
import type { DiskMarker } from './disk-marker.ts';
import type { Drive } from './drives/index.ts';

/**
 * Where a disk of a set is plugged in now; undefined: nowhere. Letters change, so it is known by its marker; a volume
 * with another id than the one noted is a copy of the disk, not the disk.
 */
export async function findDisk(
  disk: UsbDisk,
  drives: readonly Drive[],
  markerOf: (drive: string) => Promise<DiskMarker | undefined>,
): Promise<Drive | undefined> {
  const possible = drives.filter(({ volumeId }) => disk.volumeId === undefined || volumeId === undefined || disk.volumeId === volumeId);
  const markers = await Promise.all(possible.map(async ({ path }) => await markerOf(path)));
  return possible.find((_, at) => markers[at]?.marker === disk.marker);
}
