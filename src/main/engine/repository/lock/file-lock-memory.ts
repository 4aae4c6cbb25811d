import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Id, isId } from '../../format/id.ts';
import { encodeJson, parseJson } from '../../format/json.ts';
import { pathForSystem } from '../../format/name.ts';
import type { LockMemory, Observation } from './lock-memory.ts';

const schema = z.array(
  z.object({
    lockId: z.string().refine(isId),
    firstSeenAt: z.iso.datetime(),
    firstSeenUptime: z.number().nonnegative(),
    abandoned: z.boolean().optional(),
  }),
);

/**
 * Remembers in a folder of this machine (never the repository's), one small file a repository and place, so that runs of a
 * command add up. The folder is made when needed; a damaged file counts as empty.
 */
export function fileLockMemory(folder: string): LockMemory {
  const fileOf = (key: Id): string => join(folder, `locks-${key}.json`);
  return {
    load: (key) => readObservations(fileOf(key)),
    async save(key, observations) {
      await mkdir(pathForSystem(folder), { recursive: true, mode: 0o700 }).catch(() => undefined);
      await writeObservations(fileOf(key), observations).catch(() => undefined);
    },
  };
}

async function readObservations(path: string): Promise<Observation[]> {
  try {
    return schema
      .parse(parseJson(await readFile(pathForSystem(path))))
      .map(({ abandoned, ...seen }) => (abandoned === true ? { ...seen, abandoned } : seen));
  } catch {
    return [];
  }
}

async function writeObservations(path: string, observations: readonly Observation[]): Promise<void> {
  if (observations.length === 0) {
    await rm(pathForSystem(path), { force: true });
    return;
  }
  const temporary = pathForSystem(`${path}.${randomBytes(6).toString('hex')}`);
  try {
    await writeFile(temporary, encodeJson(observations), { mode: 0o600 });
    await rename(temporary, pathForSystem(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
