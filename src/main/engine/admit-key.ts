import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import type { Backend } from './backend/index.ts';
import { decodeConfig } from './format/config.ts';
import { assertPresent } from './presence.ts';
import { SealedFiles } from './repository/index.ts';
import type { ReadingSession } from './session.ts';

/**
 * Gives a repository the key file that `from` was opened with, so that the same password opens it: by the master keys that both
 * have, and without any password of its own. `wrong-password` if it has others.
 */
export async function admitKey(backend: Backend, { repository: { keyRing }, signal }: ReadingSession): Promise<void> {
  await assertPresent(backend, signal);
  try {
    await new SealedFiles(backend, keyRing.masterKeys, 1).load('config', 'config', decodeConfig, signal);
  } catch (error) {
    if (!isLifeboatError(error, 'file-damaged')) throw error;
    throw new LifeboatError('wrong-password', { location: backend.location }, { cause: error });
  }
  const file = { type: 'keys', name: keyRing.keyId } as const;
  await backend.save(file, [await keyRing.backend.load(file, undefined, signal)]);
}
