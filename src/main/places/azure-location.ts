import type { DestinationOf } from '../../shared/model/destination.ts';
import type { AzureCredentials } from '../engine/index.ts';

/** The engine's location of a container. */
export function azureLocation({ container, prefix }: Pick<DestinationOf<'azure'>, 'container' | 'prefix'>): string {
  return `azure:${prefix === '' ? container : `${container}/${prefix}`}`;
}

/** A credential with the account it belongs to, as the engine takes it. */
export function azureCredentials(
  { account, endpoint }: Pick<DestinationOf<'azure'>, 'account' | 'endpoint'>,
  credential: AzureCredentials,
): AzureCredentials {
  if (credential.connectionString !== undefined) return credential;
  if (endpoint === undefined) return { ...credential, accountName: account };
  const secret =
    credential.accountKey === undefined
      ? `SharedAccessSignature=${credential.token ?? ''}`
      : `AccountName=${account};AccountKey=${credential.accountKey}`;
  return { connectionString: `BlobEndpoint=${endpoint};${secret}` };
}
