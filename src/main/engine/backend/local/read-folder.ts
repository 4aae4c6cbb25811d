import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathForSystem } from '../../format/name.ts';
import type { FileInfo } from '../backend.ts';
import { isMissing } from './system-error.ts';

/** Files asked about at a time: hides the latency of a network folder. */
const STATS_AT_ONCE = 32;

/** The names in a folder. Names that are no UTF-8 come out garbled: no repository has any. */
export async function namesIn(folder: string): Promise<string[]> {
  return await readdir(pathForSystem(folder));
}

/** Name and size of those of `names` that are still there and are files, in groups as they come. */
export async function* filesAmong(folder: string, names: readonly string[]): AsyncGenerator<FileInfo[]> {
  for (let at = 0; at < names.length; at += STATS_AT_ONCE) {
    const group = await Promise.all(names.slice(at, at + STATS_AT_ONCE).map((name) => infoOf(folder, name)));
    yield group.filter((info) => info !== undefined);
  }
}

async function infoOf(folder: string, name: string): Promise<FileInfo | undefined> {
  try {
    const status = await stat(pathForSystem(join(folder, name)));
    return status.isFile() ? { name, size: status.size } : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
