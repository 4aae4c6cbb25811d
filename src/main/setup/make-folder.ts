import { mkdir } from 'node:fs/promises';
import { LifeboatError } from '../../shared/errors/index.ts';

/**
 * Makes a folder where there is none. Only the last one: one above it that is missing is a disk that is not there, not a wish for
 * folders on this one. `place-unreachable`, `permission-denied`.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code: reason = 'unknown' } = Object(error) as { code?: string };
    if (reason === 'EEXIST') return;
    if (reason === 'ENOENT') throw new LifeboatError('place-unreachable', { location: path, reason }, { cause: error });
    throw new LifeboatError('permission-denied', { path }, { cause: error });
  }
}
