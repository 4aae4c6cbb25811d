import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFile, syncFolder, systemCode } from '../files/index.ts';

/** Of what a restore puts aside; of what an undo brings back, and of what that puts aside. */
const NAMES = { replaced: 'definitions.sql', returning: 'returning-definitions.sql', undone: 'undone-definitions.sql' } as const;
export type Whose = keyof typeof NAMES;

/**
 * Keeps what a swap takes out of a database and makes again behind it: triggers, views, routines and events. They are nowhere
 * else while tables move. Durable when it returns.
 */
export async function keepDefinitions(folder: string, definitions: readonly Uint8Array[], whose: Whose = 'replaced'): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, NAMES[whose]);
  await writeFile(path, Buffer.concat(definitions), { mode: 0o600 });
  await syncFile(path);
  await syncFolder(folder);
}

/** Undefined: no swap broke off, everything is in its database again. */
export async function definitionsKept(folder: string, whose: Whose = 'replaced'): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(folder, NAMES[whose]));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** They are in their database again. */
export async function dropDefinitionsKept(folder: string, whose: Whose = 'replaced'): Promise<void> {
  await rm(join(folder, NAMES[whose]), { force: true });
}
