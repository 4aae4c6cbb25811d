import { chmod, chown, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { copyDurably, requireRoom, sourceError, syncFolder, systemCode } from '../files/index.ts';
import { removeSides } from './side-files.ts';

/** Copies `file` beside `place`, with the owner and rights it needs there. The path of the copy, ready for {@link swapIn}. */
export async function bringBeside(file: string, place: string): Promise<string> {
  const fresh = `${place}.lifeboat-new`;
  await rm(fresh, { force: true });
  await requireRoom(dirname(place), (await stat(file)).size);
  await copyDurably(file, fresh);
  await takeOver(fresh, place);
  return fresh;
}

/** Puts the prepared file in place of the database. Side files go first: SQLite would play an old log into the new file. */
export async function swapIn(fresh: string, place: string): Promise<void> {
  try {
    await removeSides(place);
    await rename(fresh, place);
  } catch (error) {
    // Windows does not rename over what another program has open.
    if (['EBUSY', 'EPERM', 'EACCES'].includes(systemCode(error) ?? ''))
      throw new LifeboatError('source-in-use', { path: place }, { cause: error });
    throw sourceError(error, place);
  }
  await syncFolder(dirname(place));
}

/** The program that owns the data must be able to work with it: as the file that was there, or as the folder says. */
async function takeOver(fresh: string, place: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await stat(dirname(place));
  const model = await stat(place).catch(() => undefined);
  await chmod(fresh, (model?.mode ?? folder.mode) & 0o666);
  const { uid, gid } = model ?? folder;
  // Only an administrator may give files away.
  await chown(fresh, uid, gid).catch(() => undefined);
}
