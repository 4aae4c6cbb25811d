import { LifeboatError } from '../../shared/errors/index.ts';
import { type Keytar, loadKeytar } from './load-keytar.ts';
import type { SecretStore } from './secret-store.ts';
import { vaultFailure, vaultMissing } from './vault-failure.ts';
import { type Within, withinTime } from './within.ts';

/** What our entries are listed under in the operating system's own program. */
export const SERVICE = 'Lifeboat';
/** Characters an entry may have: Windows takes 2,560 bytes, other programs' ways of writing them double that. */
export const LONGEST_SECRET = 1200;
/** Milliseconds for an answer: a question for the keyring's password that nobody sees must not hang a run. */
const PATIENCE = 20_000;
/** Written and removed to see whether the store works. */
const PROBE = 'probe';

export interface SecretStoreOptions {
  /** Keeps several installations of one account apart. */
  installationId: string;
  within?: Within;
  /** How keytar is loaded. */
  load?: () => Promise<Keytar>;
}

/** The operating system's vault: Credential Manager, Keychain, or the Secret Service (GNOME Keyring, KWallet). */
export function createSecretStore({ installationId, within = withinTime, load = loadKeytar }: SecretStoreOptions): SecretStore {
  return new KeytarStore(installationId, new Desk(within, load));
}

class KeytarStore implements SecretStore {
  readonly #installationId: string;
  readonly #desk: Desk;

  constructor(installationId: string, desk: Desk) {
    this.#installationId = installationId;
    this.#desk = desk;
  }

  async get(name: string): Promise<string | undefined> {
    const found = await this.#read(name);
    if (found !== undefined) return found;
    // A locked keyring says "no such entry" as well; after the proof it is open, or has said what is wrong.
    await this.#prove();
    return await this.#read(name);
  }

  async set(name: string, value: string): Promise<void> {
    mustBeKeepable(value);
    await this.#write(name, value);
    if ((await this.#read(name)) !== value) throw new LifeboatError('vault-not-kept', { name });
  }

  async delete(name: string): Promise<boolean> {
    if (await this.#remove(name)) return true;
    await this.#prove();
    return await this.#remove(name);
  }

  async #prove(): Promise<void> {
    await this.#write(PROBE, PROBE);
    await this.#remove(PROBE);
  }

  async #read(name: string): Promise<string | undefined> {
    return (await this.#desk.ask((keytar) => keytar.getPassword(SERVICE, this.#account(name)))) ?? undefined;
  }

  async #write(name: string, value: string): Promise<void> {
    await this.#desk.ask((keytar) => keytar.setPassword(SERVICE, this.#account(name), value));
  }

  async #remove(name: string): Promise<boolean> {
    return await this.#desk.ask((keytar) => keytar.deletePassword(SERVICE, this.#account(name)));
  }

  #account(name: string): string {
    return `${name}:${this.#installationId}`;
  }
}

/**
 * One question at a time. Each keeps a thread of the process busy until it is answered, and the threads are few: while
 * an old one hangs, new ones are turned down at once.
 */
class Desk {
  readonly #within: Within;
  readonly #load: () => Promise<Keytar>;
  #turn: Promise<unknown> = Promise.resolve();
  #isStuck = false;

  constructor(within: Within, load: () => Promise<Keytar>) {
    this.#within = within;
    this.#load = load;
  }

  async ask<T>(question: (keytar: Keytar) => Promise<T>): Promise<T> {
    const answer = this.#turn.then(() => this.#answer(question));
    this.#turn = answer.catch(() => undefined);
    return await answer;
  }

  async #answer<T>(question: (keytar: Keytar) => Promise<T>): Promise<T> {
    if (this.#isStuck) throw vaultMissing('no-answer');
    const keytar = await this.#load();
    const asked = question(keytar).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    const answer = await this.#within(PATIENCE, asked);
    if (answer === undefined) {
      this.#isStuck = true;
      void asked.then(() => {
        this.#isStuck = false;
      });
      throw vaultMissing('no-answer');
    }
    if ('error' in answer) throw vaultFailure(answer.error);
    return answer.value;
  }
}

/** A secret of ours that does not fit is a fault of ours, so it is no error with a sentence. The value is not told. */
function mustBeKeepable(value: string): void {
  if (value === '') throw new RangeError('An empty secret cannot be kept.');
  if (value.length > LONGEST_SECRET) throw new RangeError(`A secret of ${value.length} characters is too long for the vault.`);
}
