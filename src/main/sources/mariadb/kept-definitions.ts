import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFile, syncFolder, systemCode } from '../files/index.ts';

const NAME = 'definitions.sql';

/**
 * Keeps what a swap takes out of a database and makes again behind it: triggers, views, routines and events. They are nowhere
 * else while tables move. Durable when it returns.
 */
export async function keepDefinitions(folder: string, definitions: readonly Uint8Array[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, NAME);
  await writeFile(path, Buffer.concat(definitions), { mode: 0o600 });
  await syncFile(path);
  await syncFolder(folder);
}

/** Undefined: no swap broke off, everything is in its database again. */
export async function definitionsKept(folder: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(folder, NAME));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** They are in their database again. */
export async function dropDefinitionsKept(folder: string): Promise<void> {
  await rm(join(folder, NAME), { force: true });
}
