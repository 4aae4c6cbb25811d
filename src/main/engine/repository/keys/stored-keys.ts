import { timingSafeEqual } from 'node:crypto';
import { isLifeboatError, LifeboatError } from '../../../../shared/errors/index.ts';
import type { Backend } from '../../backend/index.ts';
import type { MasterKeys } from '../../crypto/index.ts';
import type { Id } from '../../format/id.ts';
import type { KeyFile } from '../../format/key-file.ts';
import { createKeyFile, type KeyMaking } from './create-key-file.ts';
import { masterKeysToJson, openKeyFile, parseKeyFile } from './key-content.ts';
import type { KeyRing } from './key-ring.ts';

/** A key file of the repository. */
export interface StoredKey {
  id: Id;
  /** Undefined if it is damaged. */
  file: KeyFile | undefined;
}

/** Every key file, the damaged ones too: they can be seen and removed. */
export async function listKeys(backend: Backend, signal?: AbortSignal): Promise<StoredKey[]> {
  const ids = await Array.fromAsync(backend.list('keys', signal), ({ name }) => name);
  const keys = await Promise.all(ids.sort().map((id) => readKey(backend, id, signal)));
  return keys.filter((key) => key !== undefined);
}

/** Stores a key file for `password` and proves that it opens before saying so. Its id. */
export async function addKey(ring: KeyRing, password: string, making: KeyMaking): Promise<Id> {
  const { id, bytes } = await createKeyFile(password, ring.masterKeys, making);
  await ring.backend.save({ type: 'keys', name: id }, [bytes]);
  await proveKey(ring, id, password);
  return id;
}

/** Removes a key file; `key-in-use` if it is the one in use or the last that is whole. */
export async function removeKey(ring: KeyRing, id: Id): Promise<void> {
  const keys = await listKeys(ring.backend);
  if (!keys.some((key) => key.id === id)) throw new LifeboatError('key-not-found', { key: id });
  const others = keys.filter((key) => key.id !== id && key.file !== undefined);
  if (id === ring.keyId || others.length === 0) throw new LifeboatError('key-in-use', { key: id });
  await ring.backend.remove({ type: 'keys', name: id });
}

/**
 * Stores a key for `password` and removes the one in use, in this order: whatever happens in between, a known password
 * opens the repository. The new key's id.
 */
export async function replaceKey(ring: KeyRing, password: string, making: KeyMaking): Promise<Id> {
  const id = await addKey(ring, password, making);
  await ring.backend.remove({ type: 'keys', name: ring.keyId });
  return id;
}

async function readKey(backend: Backend, id: Id, signal: AbortSignal | undefined): Promise<StoredKey | undefined> {
  try {
    const bytes = await backend.load({ type: 'keys', name: id }, undefined, signal);
    return { id, file: parseKeyFile(id, bytes) };
  } catch (error) {
    if (isLifeboatError(error, 'file-not-found')) return undefined; // removed since it was listed
    if (isLifeboatError(error, 'file-damaged')) return { id, file: undefined };
    throw error;
  }
}

/** Reads a new key back and opens it. `file-damaged` if it does not give our master keys; then the file is removed again. */
async function proveKey({ backend, masterKeys }: KeyRing, id: Id, password: string): Promise<void> {
  const handle = { type: 'keys', name: id } as const;
  const opened = await openKeyFile(id, parseKeyFile(id, await backend.load(handle)), password);
  if (opened && sameKeys(opened, masterKeys)) return;
  await backend.remove(handle);
  throw new LifeboatError('file-damaged', { type: 'keys', name: id, detail: 'wrong-authentication' });
}

function sameKeys(a: MasterKeys, b: MasterKeys): boolean {
  return timingSafeEqual(masterKeysToJson(a), masterKeysToJson(b));
}
