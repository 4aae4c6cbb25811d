import { rename, rm, rmdir } from 'node:fs/promises';
import { pathForSystem } from '../../format/name.ts';
import { lookAt } from './look.ts';
import { allowReplacing } from './windows-replace.ts';

/**
 * Gives something complete its own name, in one step where the operating system has one. A file or link that is there
 * is replaced, an empty folder too; a folder with something in it is not: `ENOTEMPTY`. Throws as `node:fs` does.
 */
export async function putInPlace(temporary: string, destination: string): Promise<void> {
  try {
    await rename(pathForSystem(temporary), pathForSystem(destination));
  } catch (error) {
    const there = await lookAt(destination);
    if (there === undefined) throw error;
    if (there.isDirectory()) await rmdir(pathForSystem(destination));
    else if (!(await allowReplacing(destination))) throw error;
    await rename(pathForSystem(temporary), pathForSystem(destination));
  }
}

/** Makes something under a temporary name and puts it in place; nothing is left of it if that fails. */
export async function makeInPlace(temporary: string, destination: string, make: (path: string) => Promise<void>): Promise<void> {
  try {
    await make(temporary);
    await putInPlace(temporary, destination);
  } finally {
    // Also needed after success: renaming one hard link over another of the same file does nothing.
    await rm(pathForSystem(temporary), { force: true }).catch(() => undefined);
  }
}
