import { randomBytes } from 'node:crypto';
import { LifeboatError } from '../../shared/errors/index.ts';
import { openCredential, sealCredential, WRAPPING_KEY_BYTES } from './credential-seal.ts';
import type { SecretStore } from './secret-store.ts';

/** Names of the only two entries that we have in the operating system's vault. */
const WRAPPING_KEY = 'wrapping-key';
const PC_KEY = 'pc-key';
const PC_KEY_BYTES = 32;

/** Where sealed credentials lie: a small file of the installation. What is in it is useless without the wrapping key. */
export interface WrappedSecrets {
  read(name: string): string | undefined;
  /** Durable when it is done. */
  write(name: string, sealed: string): void | Promise<void>;
  remove(name: string): void | Promise<void>;
  names(): readonly string[];
}

/**
 * This PC's secrets: access tokens, passwords of databases and of the mail server, and the key with which this PC opens
 * the repositories.
 *
 * Errors: `vault-missing` if the operating system's store is absent or shut; `vault-entry-missing` if it works but our
 * entry is not there (a moved disk, another account); `credential-unreadable` if one credential no longer opens. A key that
 * does not fit a repository is the engine's `wrong-password`.
 */
export interface CredentialVault {
  /** Undefined if there is none of this name. */
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
  /** Whether there was one. */
  delete(name: string): Promise<boolean>;
  names(): readonly string[];
  /** The password with which this PC opens repositories. */
  pcKey(): Promise<string>;
  /** Makes that password, once for good: if there is one already, that one. */
  makePcKey(): Promise<string>;
  /**
   * Makes another such password; the one before is kept as the credential `keepAs`, for the repositories that it opens. Begun again with
   * the same name it goes on where it was: there is never a moment in which the old one is lost, and never a third.
   */
  replacePcKey(keepAs: string): Promise<void>;
  /** Forgets everything, to begin anew on a PC whose vault no longer has our entries. Which credentials are then to be typed again. */
  forgetAll(): Promise<readonly string[]>;
}

/** `bootstrap` keeps what is sealed, `secrets` what opens it. */
export function createCredentialVault({ secrets, bootstrap }: { secrets: SecretStore; bootstrap: WrappedSecrets }): CredentialVault {
  return new WrappingVault(secrets, bootstrap);
}

class WrappingVault implements CredentialVault {
  readonly #secrets: SecretStore;
  readonly #bootstrap: WrappedSecrets;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(secrets: SecretStore, bootstrap: WrappedSecrets) {
    this.#secrets = secrets;
    this.#bootstrap = bootstrap;
  }

  async get(name: string): Promise<string | undefined> {
    return await this.#inTurn(async () => {
      const sealed = this.#bootstrap.read(name);
      if (sealed === undefined) return undefined;
      const value = openCredential(await this.#wrappingKey(), name, sealed);
      if (value === undefined) throw new LifeboatError('credential-unreadable', { name });
      return value;
    });
  }

  async set(name: string, value: string): Promise<void> {
    if (value === '') throw new RangeError('An empty credential cannot be kept.');
    await this.#inTurn(async () => {
      // A new wrapping key would shut those that are sealed with the old one for good.
      const key = this.#bootstrap.names().length === 0 ? await this.#someWrappingKey() : await this.#wrappingKey();
      await this.#bootstrap.write(name, sealCredential(key, name, value));
    });
  }

  async delete(name: string): Promise<boolean> {
    return await this.#inTurn(async () => {
      if (this.#bootstrap.read(name) === undefined) return false;
      await this.#bootstrap.remove(name);
      return true;
    });
  }

  names(): readonly string[] {
    return this.#bootstrap.names();
  }

  async pcKey(): Promise<string> {
    return await this.#inTurn(() => this.#mustHave(PC_KEY));
  }

  async makePcKey(): Promise<string> {
    return await this.#inTurn(() => this.#once(PC_KEY, PC_KEY_BYTES));
  }

  async replacePcKey(keepAs: string): Promise<void> {
    const kept = await this.get(keepAs);
    const now = await this.pcKey();
    if (kept === undefined) await this.set(keepAs, now);
    else if (kept !== now) return;
    await this.#inTurn(async () => await this.#secrets.set(PC_KEY, randomText(PC_KEY_BYTES)));
  }

  async forgetAll(): Promise<readonly string[]> {
    return await this.#inTurn(async () => {
      const names = this.#bootstrap.names();
      for (const name of names) await this.#bootstrap.remove(name);
      await this.#secrets.delete(WRAPPING_KEY);
      await this.#secrets.delete(PC_KEY);
      return names;
    });
  }

  async #wrappingKey(): Promise<Buffer> {
    return asKey(await this.#mustHave(WRAPPING_KEY));
  }

  async #someWrappingKey(): Promise<Buffer> {
    return asKey(await this.#once(WRAPPING_KEY, WRAPPING_KEY_BYTES));
  }

  async #mustHave(name: string): Promise<string> {
    const value = await this.#secrets.get(name);
    if (value === undefined) throw new LifeboatError('vault-entry-missing', { name });
    return value;
  }

  async #once(name: string, bytes: number): Promise<string> {
    const known = await this.#secrets.get(name);
    if (known !== undefined) return known;
    const made = randomText(bytes);
    await this.#secrets.set(name, made);
    return made;
  }

  /** One after the other, so that two first uses do not make two keys. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return await done;
  }
}

function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

function asKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64url');
  // Somebody else's entry of our name is as good as none.
  if (key.length !== WRAPPING_KEY_BYTES) throw new LifeboatError('vault-entry-missing', { name: WRAPPING_KEY });
  return key;
}
