import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathForSystem } from '../format/name.ts';
import { reasonOf } from './system-error.ts';

/**
 * Makes a folder and the folders above it; one that is there already counts as made. Throws as `node:fs` does, but with the
 * first true cause: its own recursive `mkdir` takes a read-only file system for a missing folder.
 */
export async function makeFolders(path: string, mode?: number): Promise<void> {
  try {
    await makeFolder(path, mode);
  } catch (error) {
    const parent = dirname(path);
    if (reasonOf(error) !== 'ENOENT' || parent === path) throw error;
    await makeFolders(parent, mode);
    await makeFolder(path, mode);
  }
}

async function makeFolder(path: string, mode: number | undefined): Promise<void> {
  try {
    await mkdir(pathForSystem(path), mode);
  } catch (error) {
    // Not every system says EEXIST of a folder that is there: of a read-only one, or the root of a drive, some say why it cannot be made.
    if (reasonOf(error) === 'ENOENT' || !(await isFolder(path))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(pathForSystem(path))).isDirectory();
  } catch {
    return false;
  }
}
