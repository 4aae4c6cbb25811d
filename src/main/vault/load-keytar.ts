import { vaultMissing } from './vault-failure.ts';

/** What we use of keytar. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/**
 * Loads keytar when it is first needed: its library is absent from some Linux machines (libsecret), where everything but
 * the vault shall still work.
 */
export async function loadKeytar(): Promise<Keytar> {
  try {
    return (await import('keytar')).default;
  } catch (error) {
    throw vaultMissing('library-missing', error);
  }
}
