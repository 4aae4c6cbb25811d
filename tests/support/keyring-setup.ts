import { type KeyringSession, startKeyringSession } from './keyring-session.ts';
import { isMissing, PARTS } from './parts.ts';

/**
 * Before all tests: one private session bus with an open keyring for the whole run. It must be in the environment before
 * the workers start, since the vault's library reads the real environment, which tests cannot change.
 */
export default async function startKeyring(): Promise<void> {
  if (process.platform !== 'linux' || isMissing(PARTS.keyring)) return;
  const session = await startKeyringSession('unlocked');
  Object.assign(process.env, session.environment);
  (globalThis as { keyringSession?: KeyringSession }).keyringSession = session;
}
