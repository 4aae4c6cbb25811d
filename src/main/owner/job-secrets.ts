import { LifeboatError } from '../../shared/errors/index.ts';
import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { AzureCredentials } from '../engine/index.ts';
import type { JobSecrets } from '../jobs/index.ts';
import { secretsOf } from '../setup/index.ts';
import type { CredentialVault } from '../vault/index.ts';

/** What jobs ask of the vault. */
export function createJobSecrets(vault: CredentialVault, passwordOf: (ref: RepositoryRef) => Promise<string>): JobSecrets {
  return {
    repositoryPassword: passwordOf,
    ofSource: async (source) => await secretsOf({ vault }, source),
  };
}

/** A kept credential of a place; undefined if there is none. */
export async function readCredential(vault: CredentialVault, name: string): Promise<AzureCredentials | undefined> {
  const text = await vault.get(name);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as AzureCredentials;
  } catch {
    // The parser's own error quotes what it could not read.
    throw new LifeboatError('credential-unreadable', { name });
  }
}
