import type { SecretStore, WrappedSecrets } from '../../src/main/vault/index.ts';

/** A secret store in memory, for tests of what stands on one. */
export class MemorySecrets implements SecretStore {
  readonly entries = new Map<string, string>();

  get(name: string): Promise<string | undefined> {
    return Promise.resolve(this.entries.get(name));
  }

  set(name: string, value: string): Promise<void> {
    this.entries.set(name, value);
    return Promise.resolve();
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.entries.delete(name));
  }
}

/** Sealed credentials in memory instead of the installation's file. */
export class MemoryWrapped implements WrappedSecrets {
  readonly entries = new Map<string, string>();

  read(name: string): string | undefined {
    return this.entries.get(name);
  }

  write(name: string, sealed: string): void {
    this.entries.set(name, sealed);
  }

  remove(name: string): void {
    this.entries.delete(name);
  }

  names(): readonly string[] {
    return [...this.entries.keys()];
  }
}
