import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Id } from '../format/id.ts';
import * as stored from '../repository/index.ts';
import type { AppendingSession, ExclusiveSession, ReadingSession, Session } from '../session.ts';
import type { KeyEntry } from './contract.ts';

/** How a new key is made. */
export interface KeyOptions {
  /** Whom the key is for, instead of who runs this. */
  username?: string;
  hostname?: string;
}

/** The keys of a repository. Of a damaged one only the id is known; the rest is empty. */
export async function listKeys(session: ReadingSession): Promise<KeyEntry[]> {
  const { backend, keyId } = session.repository.keyRing;
  const keys = await stored.listKeys(backend, session.signal);
  return keys.map(({ id, file }) => ({
    id,
    current: id === keyId,
    username: file?.username ?? '',
    hostname: file?.hostname ?? '',
    created: file?.created ?? '',
  }));
}

/** Adds a key; the new one's id. An empty password is refused: `password-missing`. */
export async function addKey(session: AppendingSession, newPassword: string, options: KeyOptions = {}): Promise<Id> {
  return await stored.addKey(session.repository.keyRing, newPassword, makingOf(session, options));
}

/**
 * Removes the key whose id begins with `prefix`; its id. `key-not-found`, `id-ambiguous`, or `key-in-use` if it is the
 * one this session was opened with or the last.
 */
export async function removeKey(session: ExclusiveSession, prefix: string): Promise<Id> {
  const { keyRing } = session.repository;
  const keys = await stored.listKeys(keyRing.backend, session.signal);
  const found = keys.filter(({ id }) => prefix !== '' && id.startsWith(prefix.toLowerCase()));
  if (found.length > 1) throw new LifeboatError('id-ambiguous', { prefix, type: 'keys' });
  const [key] = found;
  if (!key) throw new LifeboatError('key-not-found', { key: prefix });
  await stored.removeKey(keyRing, key.id);
  return key.id;
}

/**
 * Gives the key in use another password: adds a key, proves that it opens, then removes the current one; the new key's
 * id. The session goes on, but its `keyId` names the removed key: close it soon.
 */
export async function changePassword(session: ExclusiveSession, newPassword: string, options: KeyOptions = {}): Promise<Id> {
  return await stored.replaceKey(session.repository.keyRing, newPassword, makingOf(session, options));
}

function makingOf({ context }: Session, { username, hostname }: KeyOptions): stored.KeyMaking {
  const identity = { username: username ?? context.identity.username, hostname: hostname ?? context.identity.hostname };
  return { identity, clock: context.clock, cost: context.keyCost };
}
