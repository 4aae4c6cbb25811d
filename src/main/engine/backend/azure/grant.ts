import { LifeboatError } from '../../../../shared/errors/index.ts';
import { accountFor } from './account.ts';
import { type AzureCredentials, credentialsFrom } from './connection-string.ts';

/** A credential for one container, narrower than the account's key. */
export interface AzureGrant {
  /** A shared access signature. */
  token: string;
  expiresOn: Date;
}

/** `create`: what a PC needs that backs up and restores, and can neither remove nor replace. `read`: what a blank PC needs. */
export type GrantKind = 'create' | 'read';

const RIGHTS: Readonly<Record<GrantKind, string>> = { create: 'rcl', read: 'rl' };

/**
 * Makes a credential for a container with the account's key, from now on until `expiresOn`. Nothing is asked of the
 * service. `credential-refused` if what is given is no account key.
 */
export async function grantAccess(
  container: string,
  credentials: AzureCredentials,
  { kind, expiresOn }: { kind: GrantKind; expiresOn: Date },
): Promise<AzureGrant> {
  const location = `azure:${container}`;
  const account = accountFor(container, credentials, location);
  if (!account.sharedKey) throw new LifeboatError('credential-refused', { location });
  const { connect } = await import('./client.ts');
  const { ContainerSASPermissions, SASProtocol } = await import('@azure/storage-blob');
  const isPlain = account.url.protocol === 'http:';
  const url = await connect(account).generateSasUrl({
    permissions: ContainerSASPermissions.parse(RIGHTS[kind]),
    expiresOn,
    protocol: isPlain ? SASProtocol.HttpsAndHttp : SASProtocol.Https,
  });
  return { token: new URL(url).search.slice(1), expiresOn };
}

/** When a credential ends, if it says so: the `se` of a shared access signature. */
export function credentialEnd(given: AzureCredentials): Date | undefined {
  const { token } = credentialsFrom(given, 'azure:');
  const end = token === undefined ? null : new URLSearchParams(token.replace(/^\?/, '')).get('se');
  const time = end === null ? Number.NaN : Date.parse(end);
  return Number.isNaN(time) ? undefined : new Date(time);
}
