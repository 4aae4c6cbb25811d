import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { LifeboatError } from '../../../../shared/errors/index.ts';
import { pathForSystem } from '../../format/name.ts';
import { failureReason } from './failure.ts';

/** What is at a path, links not followed; undefined if there is nothing. `io-failed` if that cannot be told. */
export async function lookAt(path: string): Promise<BigIntStats | undefined> {
  try {
    return await lstat(pathForSystem(path), { bigint: true });
  } catch (error) {
    const reason = failureReason(error);
    // A path too long to look at is too long to be there; making it says so for this entry alone.
    if (reason === 'ENOENT' || reason === 'ENOTDIR' || reason === 'ENAMETOOLONG') return undefined;
    throw new LifeboatError('io-failed', { path, reason }, { cause: error });
  }
}

/** The same, with `hidden` where that cannot be told: what is inside a folder without rights to it. */
export async function tryToLookAt(path: string): Promise<BigIntStats | undefined | 'hidden'> {
  try {
    return await lookAt(path);
  } catch {
    return 'hidden';
  }
}
