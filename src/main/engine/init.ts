import { randomBytes } from 'node:crypto';
import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import type { Backend } from './backend/index.ts';
import { CONFIG } from './backend/index.ts';
import { type MasterKeys, newChunkerPolynomial, newMasterKeys } from './crypto/index.ts';
import { encodeConfig, type RepositoryConfig } from './format/config.ts';
import type { Id } from './format/id.ts';
import { createKeyFile, listKeys, type OpenedKey, openWithPassword } from './repository/index.ts';
import { SealedFiles } from './repository/index.ts';
import { holdsData } from './presence.ts';
import type { EngineContext, ReadingSession } from './session.ts';

/** The version new repositories get: the one that compresses. */
const NEW_VERSION = 2;

/** What a new repository is, for the face that made it. */
export interface InitResult {
  location: string;
  repositoryId: Id;
  keyId: Id;
}

/** What may be said about a new repository. */
export interface InitOptions {
  /** A repository whose chunker polynomial is taken over: equal content is then cut into equal blobs in both. */
  chunkerFrom?: ReadingSession;
  /** What the key file says as its host, instead of this machine's name. */
  hostname?: string;
}

/**
 * Makes an empty repository with one key. `repository-exists` if there is one, even without its config. The config is
 * written last: what was interrupted before can be made again.
 */
export async function initRepository(
  backend: Backend,
  password: string,
  context: EngineContext,
  options: InitOptions = {},
): Promise<InitResult> {
  if (password === '') throw new LifeboatError('password-missing', {});
  await prepare(backend);
  const { keyId, masterKeys } = (await interruptedKey(backend, password)) ?? (await makeKey(backend, password, context, options));
  const polynomial = options.chunkerFrom?.repository.config.chunker_polynomial ?? newChunkerPolynomial();
  return { location: backend.location, repositoryId: await writeConfig(backend, masterKeys, polynomial), keyId };
}

/**
 * Makes an empty repository with the chunker polynomial and all key files of another, byte for byte: every password that
 * opens the one opens the other, and equal content is cut into equal blobs. `repository-exists` as for a new one, and where
 * an init with keys of its own was interrupted. `keyId` is the key that `from` was opened with.
 */
export async function initRepositoryFrom(backend: Backend, from: ReadingSession): Promise<InitResult> {
  const { keyRing, config } = from.repository;
  await prepare(backend);
  const keys = await keyFiles(keyRing.backend, from.signal);
  for await (const { name } of backend.list('keys')) {
    if (!keys.has(name)) throw new LifeboatError('repository-exists', { location: backend.location });
  }
  for (const [name, bytes] of keys) await backend.save({ type: 'keys', name }, [bytes]);
  const repositoryId = await writeConfig(backend, keyRing.masterKeys, config.chunker_polynomial);
  return { location: backend.location, repositoryId, keyId: keyRing.keyId };
}

/** Makes the folders, if there is no repository yet. */
async function prepare(backend: Backend): Promise<void> {
  if (await hasConfig(backend)) throw new LifeboatError('repository-exists', { location: backend.location });
  // Only now are there folders to look into; making them changes nothing where they are.
  await backend.create();
  await assertEmpty(backend);
}

/** The key files that are whole; a damaged one opens nothing. */
async function keyFiles(backend: Backend, signal: AbortSignal): Promise<Map<Id, Uint8Array>> {
  const files = new Map<Id, Uint8Array>();
  for (const { id, file } of await listKeys(backend, signal)) {
    if (file !== undefined) files.set(id, await backend.load({ type: 'keys', name: id }, undefined, signal));
  }
  return files;
}

/** Stores a new config; the new repository's id. */
async function writeConfig(backend: Backend, keys: MasterKeys, polynomial: string): Promise<Id> {
  const config: RepositoryConfig = { version: NEW_VERSION, id: randomBytes(32).toString('hex'), chunker_polynomial: polynomial };
  await new SealedFiles(backend, keys, NEW_VERSION).save('config', encodeConfig(config));
  return config.id;
}

/**
 * The key of an earlier init that did not come to its end. Taken over, since of two keys that the same password opens
 * to different contents it would be luck which one is found.
 */
async function interruptedKey(backend: Backend, password: string): Promise<OpenedKey | undefined> {
  try {
    return await openWithPassword(backend, password);
  } catch (error) {
    const isNone =
      isLifeboatError(error, 'file-not-found') || isLifeboatError(error, 'wrong-password') || isLifeboatError(error, 'file-damaged');
    if (isNone) return undefined;
    throw error;
  }
}

async function makeKey(backend: Backend, password: string, context: EngineContext, options: InitOptions): Promise<OpenedKey> {
  const masterKeys = newMasterKeys();
  const { clock, identity, keyCost: cost } = context;
  const { hostname = identity.hostname } = options;
  const making = { identity: { ...identity, hostname }, clock, cost };
  const { id, bytes } = await createKeyFile(password, masterKeys, making);
  await backend.save({ type: 'keys', name: id }, [bytes]);
  return { keyId: id, masterKeys };
}

async function hasConfig(backend: Backend): Promise<boolean> {
  try {
    await backend.stat(CONFIG);
    return true;
  } catch (error) {
    if (isLifeboatError(error, 'file-not-found') || isLifeboatError(error, 'repository-not-found')) return false;
    throw error;
  }
}

/** Data without a config is a repository that lost it, not a place for a new one. */
async function assertEmpty(backend: Backend): Promise<void> {
  if (await holdsData(backend)) throw new LifeboatError('repository-exists', { location: backend.location });
}
