import { open, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type FoundFile, isOpenElsewhere, systemCode } from '../files/index.ts';

/** Milliseconds between two looks at a file that may still be written. */
const BETWEEN = 1500;
/** A file that was not touched for so many milliseconds before is done, and needs no second look. */
const AT_REST = 120_000;

/** Whether somebody still writes to the file: it changes, is open for another program, or cannot be had for ourselves. */
export async function isGrowing(file: FoundFile, now: Date, signal: AbortSignal, between = BETWEEN): Promise<boolean> {
  if (await isHeld(file.path)) return true;
  if (Math.abs(now.getTime() - file.modified) > AT_REST) return false;
  if ((await isOpenElsewhere([file.path])) === true) return true;
  await pause(between, undefined, { signal });
  return await hasChanged(file);
}

/** Whether size or time are not what they were. */
export async function hasChanged(file: FoundFile): Promise<boolean> {
  const { size, mtimeMs } = await stat(file.path);
  return size !== file.bytes || mtimeMs !== file.modified;
}

/** Windows refuses what another program keeps to itself. Elsewhere nobody can keep a file to himself. */
async function isHeld(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r')).close();
    return false;
  } catch (error) {
    if (['EBUSY', 'ETXTBSY'].includes(systemCode(error) ?? '')) return true;
    throw error;
  }
}
