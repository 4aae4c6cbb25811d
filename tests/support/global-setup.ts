import { bundlePrograms } from './bundle-programs.ts';
import { type KeyringSession, startKeyringSession } from './keyring-session.ts';
import { isMissing, PARTS } from './parts.ts';

/** Before all tests: what is the same for all of them is put into the environment, which the workers inherit. */
export default async function setUp(): Promise<void> {
  // Under Wine it would take longer than it saves.
  if (process.platform !== 'win32') process.env['LIFEBOAT_TEST_PROGRAMS'] = bundlePrograms();
  await startKeyring();
}

/**
 * One private session bus with an open keyring for the whole run. It must be in the environment before the workers start,
 * since the vault's library reads the real environment, which tests cannot change.
 */
async function startKeyring(): Promise<void> {
  if (process.platform !== 'linux' || isMissing(PARTS.keyring)) return;
  const session = await startKeyringSession('unlocked');
  Object.assign(process.env, session.environment);
  (globalThis as { keyringSession?: KeyringSession }).keyringSession = session;
}
