import type { Backend } from '../backend/index.ts';
import type { RepositoryConfig } from '../format/config.ts';
import type { OpenedKey } from '../repository/index.ts';
import { type LockMemory, type RemovedLocks, removeLocks } from '../repository/index.ts';
import type { EngineContext } from '../session.ts';

/** A repository whose password is known and that is not locked: what removing locks works on. */
export interface UnlockedParts {
  backend: Backend;
  config: Pick<RepositoryConfig, 'id' | 'version'>;
  key: Pick<OpenedKey, 'masterKeys'>;
  context: Pick<EngineContext, 'clock' | 'identity'>;
  lockMemory: LockMemory;
}

export interface UnlockRequest {
  /** Every lock, whoever seems to hold it. */
  all?: boolean;
}

/**
 * Removes locks at a person's word: dead ones, and those that were not renewed for half an hour by their own time. Takes
 * no lock itself, so it needs the parts of a repository rather than a session.
 */
export async function unlock(parts: UnlockedParts, request: UnlockRequest = {}, signal?: AbortSignal): Promise<RemovedLocks> {
  const { backend, config, key, context, lockMemory: memory } = parts;
  const { clock, identity } = context;
  const locks = { backend, masterKeys: key.masterKeys, version: config.version, repositoryId: config.id, identity, clock, memory };
  return await removeLocks(locks, { ...request, ...(signal && { signal }) });
}
