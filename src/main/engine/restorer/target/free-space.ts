import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathForSystem } from '../../format/name.ts';
import { failureReason } from './failure.ts';

/** Bytes free for us where `path` is or will be; undefined if the operating system does not tell. */
export async function freeSpace(path: string): Promise<number | undefined> {
  for (let place = path; ; place = dirname(place)) {
    try {
      const { bavail, bsize } = await statfs(pathForSystem(place));
      return bavail * bsize;
    } catch (error) {
      if (failureReason(error) !== 'ENOENT' || dirname(place) === place) return undefined;
    }
  }
}
