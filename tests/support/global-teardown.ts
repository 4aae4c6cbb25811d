import type { KeyringSession } from './keyring-session.ts';

/** After all tests: ends what global-setup.ts started. */
export default async function endKeyring(): Promise<void> {
  await (globalThis as { keyringSession?: KeyringSession }).keyringSession?.end();
}
