import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { UsbDisk } from '../../shared/model/destination.ts';

/** The folder on a disk of a set that holds everything of ours. */
export const DISK_FOLDER = 'Lifeboat';
/** The folder in it that a disk's first repository is. */
const FIRST_REPOSITORY = 'repository';
const NAME = 'lifeboat-disk.json';

const markerSchema = z.object({ marker: z.string().min(16), disk: z.string(), installation: z.string() });
/** What a disk of a set says of itself; no secret. */
export type DiskMarker = z.infer<typeof markerSchema>;

/** The folder of a disk's repository, beside the marker. */
export function folderOn({ folder = FIRST_REPOSITORY }: Pick<UsbDisk, 'folder'>): string {
  return folder;
}

/** The disk's own marker; undefined if it has none that can be read. */
export async function readMarker(drive: string): Promise<DiskMarker | undefined> {
  try {
    return markerSchema.parse(JSON.parse(await readFile(join(drive, DISK_FOLDER, NAME), 'utf8')));
  } catch {
    return undefined;
  }
}

/** What a disk that is to be known may be marked with. */
export function newMarker(): string {
  return randomBytes(16).toString('hex');
}

/** Marks a disk, durably. Its folder must be there. */
export async function writeMarker(drive: string, marker: DiskMarker): Promise<void> {
  const path = join(drive, DISK_FOLDER, NAME);
  const file = await open(`${path}.new`, 'w');
  try {
    await file.writeFile(JSON.stringify(marker, undefined, 2));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}
