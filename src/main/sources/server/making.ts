import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Making, UnfinishedDatabase } from '../kind.ts';
import { isRestoredName } from './database-name.ts';

/** What a database's server says and does while one is made. */
export interface Maker {
  isThere: (name: string) => Promise<boolean>;
  create: (name: string) => Promise<void>;
}

/**
 * Makes a database that is not there yet, and has it on record from before the server is asked. `database-exists`: nothing of
 * that name is ours, and nothing is on record.
 */
export async function makeOnRecord(name: string, making: Making | undefined, { isThere, create }: Maker): Promise<void> {
  if (await isThere(name)) throw new LifeboatError('database-exists', { name });
  await making?.begin(name);
  try {
    await create(name);
  } catch (error) {
    // Somebody else was quicker.
    if (isLifeboatError(error, 'database-exists')) await making?.forget(name);
    throw error;
  }
  await making?.made(name);
}

/**
 * Whether a database that a restore was about to make is its own: the server had said so, or nobody else gives such a name, which
 * was not there a moment before.
 */
export function isOwn({ name, isMade }: Pick<UnfinishedDatabase, 'name' | 'isMade'>): boolean {
  return isMade || isRestoredName(name);
}
