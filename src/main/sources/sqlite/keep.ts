import { copyFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import { copyDurably, isThere, requireRoom, syncFile, syncFolder } from '../files/index.ts';
import { openDatabase } from './database-thread.ts';
import { isDatabaseFile } from './requirements.ts';
import { SIDE_FILES, sizeOf } from './side-files.ts';

/**
 * Copies the database that is to be replaced into `folder`; its path there. Undefined: there is none. A healthy one is
 * first brought into its one file; a damaged one is kept with everything that lies beside it.
 */
export async function keepCurrent(path: string, folder: string, signal: AbortSignal): Promise<string | undefined> {
  const size = await sizeOf(path);
  if (size === undefined) return undefined;
  await mkdir(folder, { recursive: true });
  await requireRoom(folder, size);
  if (await isDatabaseFile(path)) await settle(path, signal);
  const kept = join(folder, basename(path));
  await copyDurably(path, kept);
  // After a settled database none is left.
  for (const side of SIDE_FILES) if (await isThere(path + side)) await copyDurably(path + side, kept + side);
  return kept;
}

/** Puts what was kept beside a database back there. */
export async function returnSides(kept: string, place: string): Promise<void> {
  for (const side of SIDE_FILES) {
    if (!(await isThere(kept + side))) continue;
    await copyFile(kept + side, place + side);
    await syncFile(place + side);
  }
  await syncFolder(join(place, '..'));
}

async function settle(path: string, signal: AbortSignal): Promise<void> {
  try {
    const database = await openDatabase(path, 'sole', signal);
    try {
      await database.do('settle', null);
    } finally {
      await database.close();
    }
  } catch (error) {
    signal.throwIfAborted();
    if (isLifeboatError(error, 'source-busy')) throw new LifeboatError('source-in-use', { path }, { cause: error });
    // It does not open: the files are kept as they are.
  }
}
