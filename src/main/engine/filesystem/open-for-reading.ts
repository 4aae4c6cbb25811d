import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { pathForSystem } from '../format/name.ts';
import { reasonOf } from './system-error.ts';

// Windows has none of the last three.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOATIME = 0 } = constants;
const FLAGS = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

/**
 * Opens a file for backup: a descriptor that is surely of a regular file, whatever took its place since it was listed;
 * never waits for a fifo's writer, and leaves the access time alone where that is allowed.
 * Throws `source-unreadable` with reason `not-a-regular-file` or the operating system's.
 */
export function openForReading(path: string): number {
  const fd = openUntouched(path);
  try {
    if (fstatSync(fd).isFile()) return fd;
  } catch (error) {
    closeSync(fd);
    throw unreadable(path, error);
  }
  closeSync(fd);
  throw new LifeboatError('source-unreadable', { path, reason: 'not-a-regular-file' });
}

/** Only a file's owner may ask for O_NOATIME; others get EPERM and open it plainly. */
function openUntouched(path: string): number {
  try {
    return openSync(pathForSystem(path), FLAGS | O_NOATIME);
  } catch (error) {
    if (O_NOATIME === 0 || reasonOf(error) !== 'EPERM') throw unreadable(path, error);
  }
  try {
    return openSync(pathForSystem(path), FLAGS);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): LifeboatError {
  return new LifeboatError('source-unreadable', { path, reason: reasonOf(error) }, { cause: error });
}
