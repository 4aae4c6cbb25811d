import { copyFile, rm, stat } from 'node:fs/promises';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { systemCode } from '../files/index.ts';

/** What SQLite keeps beside a database. Left behind beside another file of that name, it would be taken for its own and damage it. */
export const SIDE_FILES = ['-wal', '-shm', '-journal'] as const;

/** Bytes of the database and what belongs to it; undefined if the database itself is not there. */
export async function sizeOf(path: string): Promise<number | undefined> {
  const main = await sizeIfThere(path);
  if (main === undefined) return undefined;
  const sides = await Promise.all([`${path}-wal`, `${path}-journal`].map(sizeIfThere));
  return sides.reduce<number>((sum, size) => sum + (size ?? 0), main);
}

/** Copies a database nobody has open, with what lies beside it; `source-busy` if it changed meanwhile. */
export async function copyWithSides(path: string, to: string): Promise<void> {
  const before = await stamp(path);
  for (const side of ['', '-wal', '-journal']) {
    if ((await sizeIfThere(path + side)) !== undefined) await copyFile(path + side, to + side);
  }
  if ((await stamp(path)) !== before) throw new LifeboatError('source-busy', { path }, { retryable: true });
}

/** Removes what lies beside a database. */
export async function removeSides(path: string): Promise<void> {
  for (const side of SIDE_FILES) await rm(path + side, { force: true });
}

async function stamp(path: string): Promise<string> {
  const states = await Promise.all(['', '-wal', '-journal'].map(async (side) => await statIfThere(path + side)));
  return states.map((state) => (state ? `${state.size}/${state.mtimeMs}` : '-')).join(' ');
}

async function sizeIfThere(path: string): Promise<number | undefined> {
  return (await statIfThere(path))?.size;
}

async function statIfThere(path: string): Promise<{ size: number; mtimeMs: number } | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
