/**
 * Where secrets are kept. Names are ours (`wrapping-key`, `pc-key`); the value is text of at most 1,200 characters,
 * which is what every operating system's vault takes.
 *
 * Errors: `vault-missing` if the operating system has no secure store or it is locked; there is no fallback to files.
 */
export interface SecretStore {
  get(name: string): Promise<string | undefined>;
  /** Reads it back before it says that it is kept. */
  set(name: string, value: string): Promise<void>;
  /** Whether there was one. */
  delete(name: string): Promise<boolean>;
}
