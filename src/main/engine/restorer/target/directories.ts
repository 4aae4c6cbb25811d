import { mkdir, open, unlink } from 'node:fs/promises';
import { LifeboatError } from '../../../../shared/errors/index.ts';
import { makeFolders } from '../../filesystem/index.ts';
import { pathForSystem } from '../../format/name.ts';
import { failureReason, targetError } from './failure.ts';
import { lookAt } from './look.ts';

/** Until its details are set at the end, a folder is for its owner alone. */
const OWNER_ONLY = 0o700;

/** Makes the target itself and the folders above it. */
export async function makeTarget(path: string): Promise<void> {
  try {
    await makeFolders(path);
  } catch (error) {
    const reason = failureReason(error);
    if (reason === 'EEXIST' || reason === 'ENOTDIR')
      throw new LifeboatError('target-unsafe', { path, reason: 'not-a-directory' }, { cause: error });
    throw targetError(error, path);
  }
}

/**
 * Makes sure that `path`, whose parent is sure already, is a real folder. Something else in its place is removed if
 * `mayReplace`; a link is removed, never followed. Throws as `node:fs` does.
 */
export async function makeDirectory(path: string, mayReplace: boolean): Promise<void> {
  const there = await lookAt(path);
  if (there?.isDirectory()) return;
  if (there !== undefined && mayReplace) await unlink(pathForSystem(path));
  await mkdir(pathForSystem(path), OWNER_ONLY);
}

/** Makes the names in a folder durable, where the operating system can. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(pathForSystem(path), 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
