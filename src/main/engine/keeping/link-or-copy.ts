import { constants } from 'node:fs';
import { copyFile, link, lstat, utimes } from 'node:fs/promises';
import { pathForSystem } from '../format/name.ts';

/** Gives a file a second name; where the device has none, or it is another device, a copy with the same times. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(pathForSystem(from), pathForSystem(to));
  } catch {
    await copyFile(pathForSystem(from), pathForSystem(to), constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const { atime, mtime } = await lstat(pathForSystem(from));
    await utimes(pathForSystem(to), atime, mtime);
  }
}
