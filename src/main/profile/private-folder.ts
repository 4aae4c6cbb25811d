import { chmodSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { LifeboatError } from '../../shared/errors/index.ts';
import { systemFailure } from './system-failure.ts';

const OTHERS_WRITE = 0o022;

/**
 * Makes a folder that only its owner can look into, or sees that the one there is such a folder. One that others can only
 * read is made private; into one that others can write somebody may have put something already.
 *
 * Errors: `profile-unsafe`; those of the disk. Windows has no modes: there the rights are the parent folder's.
 */
export function makePrivateFolder(path: string, { mayBeLink = false } = {}): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const { mode, uid } = checkedFolder(path, mayBeLink);
    if (process.platform === 'win32') return;
    if (uid !== process.getuid?.()) throw new LifeboatError('profile-unsafe', { path, reason: 'other-owner' });
    if ((mode & OTHERS_WRITE) !== 0) throw new LifeboatError('profile-unsafe', { path, reason: 'writable-by-others' });
    if ((mode & 0o777) !== 0o700) chmodSync(path, 0o700);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || (error as NodeJS.ErrnoException).code === 'ENOTDIR')
      throw new LifeboatError('profile-unsafe', { path, reason: 'not-a-folder' }, { cause: error });
    throw systemFailure(path, error);
  }
}

function checkedFolder(path: string, mayBeLink: boolean): { mode: number; uid: number } {
  const found = mayBeLink ? statSync(path) : lstatSync(path);
  if (!found.isDirectory()) throw new LifeboatError('profile-unsafe', { path, reason: 'not-a-folder' });
  return found;
}
