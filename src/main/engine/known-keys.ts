import { createHash } from 'node:crypto';
import { isLifeboatError } from '../../shared/errors/index.ts';
import type { Backend } from './backend/index.ts';
import type { KeyMemory } from './key-memory.ts';
import { type OpenedKey, openWithPassword } from './repository/index.ts';

/**
 * Keys that were opened, so that a program which opens the same repository again and again pays for the password once.
 * Only in memory, where the open repository's keys are anyway; a key file that was removed opens nothing any more. `memory` says which
 * key file to try first, also of a program that was started anew.
 */
export class KnownKeys {
  private readonly known = new Map<string, OpenedKey>();
  private readonly memory: KeyMemory;

  constructor(memory: KeyMemory) {
    this.memory = memory;
  }

  /** As `openWithPassword`, without its cost where the password was right before. */
  async open(backend: Backend, password: string, signal?: AbortSignal): Promise<OpenedKey> {
    const name = nameOf(backend, password);
    const known = this.known.get(name);
    if (known !== undefined && (await isThere(backend, known, signal))) return known;
    this.known.delete(name);
    const keyHint = await this.memory.load(backend.location);
    const opened = await openWithPassword(backend, password, { ...(signal && { signal }), ...(keyHint !== undefined && { keyHint }) });
    this.known.set(name, opened);
    if (opened.keyId !== keyHint) await this.memory.save(backend.location, opened.keyId);
    return opened;
  }
}

async function isThere(backend: Backend, { keyId }: OpenedKey, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await backend.stat({ type: 'keys', name: keyId }, signal);
    return true;
  } catch (error) {
    if (isLifeboatError(error, 'file-not-found')) return false;
    throw error;
  }
}

/** Passwords are not kept, and a password counts only for the place where it was right. */
function nameOf({ location }: Backend, password: string): string {
  return createHash('sha256')
    .update(JSON.stringify([location, password]))
    .digest('hex');
}
