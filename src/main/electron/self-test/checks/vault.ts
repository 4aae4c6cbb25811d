import { randomBytes } from 'node:crypto';
import keytar from 'keytar';
import { type Check, mustEqual, mustHold } from '../check.ts';

const SERVICE = 'Lifeboat self-test';

/** The operating system's credential vault; on Linux it needs a session bus and an unlocked keyring. */
export const vaultChecks: readonly Check[] = [{ name: 'keytar', run: useVault }];

async function useVault(): Promise<string> {
  const account = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64');
  await keytar.setPassword(SERVICE, account, secret);
  try {
    mustEqual('read back', (await keytar.getPassword(SERVICE, account)) ?? '', secret);
  } finally {
    await keytar.deletePassword(SERVICE, account);
  }
  mustHold('gone after deletion', (await keytar.getPassword(SERVICE, account)) === null);
  return 'set, read, deleted';
}
