import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathForSystem } from '../format/name.ts';
import type { SnapshotMemory } from './snapshot-memory.ts';

/**
 * Remembers in a folder of this machine (never the repository's), one file a repository, made when needed. Not synced: what a
 * power cut damages does not authenticate and counts as nothing.
 */
export function fileSnapshotMemory(folder: string): SnapshotMemory {
  const fileOf = (key: string): string => join(folder, `snapshots-${key}`);
  return {
    load: async (key) => await readFile(pathForSystem(fileOf(key))).catch(() => undefined),
    async save(key, bytes) {
      const temporary = pathForSystem(`${fileOf(key)}.${randomBytes(6).toString('hex')}`);
      try {
        await mkdir(pathForSystem(folder), { recursive: true, mode: 0o700 });
        await writeFile(temporary, bytes, { mode: 0o600 });
        await rename(temporary, pathForSystem(fileOf(key)));
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}
