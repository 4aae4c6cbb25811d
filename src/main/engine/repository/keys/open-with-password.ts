import { isLifeboatError, LifeboatError } from '../../../../shared/errors/index.ts';
import { throwIfAborted } from '../../abort.ts';
import type { Backend } from '../../backend/index.ts';
import { type MasterKeys, sha256 } from '../../crypto/index.ts';
import type { Id } from '../../format/id.ts';
import { openKeyFile, parseKeyFile } from './key-content.ts';

/** Keys tried before a password counts as wrong, as restic has it: each costs a good part of a second. */
const KEYS_TRIED = 20;

export interface OpenOptions {
  /** The key file that most probably fits; tried first. */
  keyHint?: Id;
  /** How many key files to try. */
  limit?: number;
  signal?: AbortSignal;
}

/** The key file a password opened and what was in it. */
export interface OpenedKey {
  keyId: Id;
  masterKeys: MasterKeys;
}

/**
 * Finds the key file that `password` opens. `wrong-password` if none does; `file-damaged` if that may be because all
 * of them are damaged, `file-not-found` if there are none.
 */
export async function openWithPassword(backend: Backend, password: string, options: OpenOptions = {}): Promise<OpenedKey> {
  if (password === '') throw new LifeboatError('password-missing', {});
  const { keyHint, limit = KEYS_TRIED, signal } = options;
  const ids = await Array.fromAsync(backend.list('keys', signal), ({ name }) => name);
  const ordered = [...ids.filter((id) => id === keyHint), ...ids.filter((id) => id !== keyHint)].slice(0, limit);
  const damages: LifeboatError[] = [];
  for (const keyId of ordered) {
    throwIfAborted(signal);
    const masterKeys = await tryKey(backend, keyId, password, damages, signal);
    if (masterKeys) return { keyId, masterKeys };
  }
  if (ids.length === 0) throw new LifeboatError('file-not-found', { type: 'keys', name: '' });
  const [damage] = damages;
  if (damage && damages.length === ordered.length) throw damage;
  throw new LifeboatError('wrong-password', { location: backend.location });
}

async function tryKey(
  backend: Backend,
  id: Id,
  password: string,
  damages: LifeboatError[],
  signal: AbortSignal | undefined,
): Promise<MasterKeys | undefined> {
  try {
    const bytes = await backend.load({ type: 'keys', name: id }, undefined, signal);
    const masterKeys = await openKeyFile(id, parseKeyFile(id, bytes), password);
    // The right password does not open changed bytes either.
    if (!masterKeys && sha256(bytes) !== id) throw new LifeboatError('file-damaged', { type: 'keys', name: id, detail: 'wrong-hash' });
    return masterKeys;
  } catch (error) {
    if (isLifeboatError(error, 'file-not-found')) return undefined; // removed since it was listed
    if (!isLifeboatError(error, 'file-damaged')) throw error;
    damages.push(error);
    return undefined;
  }
}
