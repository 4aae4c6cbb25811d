import type { UsbDisk } from '../../shared/model/destination.ts';
import { readMarker } from './disk-marker.ts';
import type { Drive } from './drives/index.ts';

/**
 * Where a disk of a set is plugged in now; undefined: nowhere. Letters change, so it is known by its marker; a volume
 * with another id than the one noted is a copy of the disk, not the disk.
 */
export async function findDisk(disk: UsbDisk, drives: readonly Drive[]): Promise<Drive | undefined> {
  for (const drive of drives) {
    if (disk.volumeId !== undefined && drive.volumeId !== undefined && disk.volumeId !== drive.volumeId) continue;
    const marker = await readMarker(drive.path);
    if (marker?.marker === disk.marker) return drive;
  }
  return undefined;
}
