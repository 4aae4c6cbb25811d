import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Id, isId } from './format/id.ts';
import { pathForSystem } from './format/name.ts';

/**
 * Remembers which key file opened the repository at a location, so that it is tried first: every other one costs a scrypt. Only its id,
 * which everybody sees who sees the place, and no password nor anything made from one. It may forget, and it may be wrong.
 */
export interface KeyMemory {
  load(location: string): Promise<Id | undefined>;
  save(location: string, keyId: Id): Promise<void>;
}

/** Only as long as the engine lives, which remembers the keys themselves then. */
export const NO_KEY_MEMORY: KeyMemory = { load: () => Promise.resolve(undefined), save: () => Promise.resolve() };

/** Remembers in a folder of this machine (never the repository's), one file a location, made when needed; a damaged one counts as none. */
export function fileKeyMemory(folder: string): KeyMemory {
  const fileOf = (location: string): string | Buffer =>
    pathForSystem(join(folder, `key-${createHash('sha256').update(location).digest('hex')}`));
  return {
    async load(location) {
      const text = await readFile(fileOf(location), 'utf8').catch(() => '');
      return isId(text) ? text : undefined;
    },
    async save(location, keyId) {
      try {
        await mkdir(pathForSystem(folder), { recursive: true, mode: 0o700 });
        await writeFile(fileOf(location), keyId, { mode: 0o600 });
      } catch {
        // Then every key file is tried again the next time.
      }
    },
  };
}
