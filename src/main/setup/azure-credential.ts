import { LifeboatError } from '../../shared/errors/index.ts';
import type { DestinationOf } from '../../shared/model/destination.ts';
import { type AzureCredentials, grantAccess } from '../engine/index.ts';
import type { KitAzureAccess } from '../../shared/model/recovery-kit.ts';
import { azureCredentials } from '../places/index.ts';

/** What a person gives to open a place on Azure. */
export interface GivenCredential {
  accountKey?: string | undefined;
  sasToken?: string | undefined;
  connectionString?: string | undefined;
}

const DAY = 24 * 60 * 60 * 1000;
/** How long the credential this PC makes for itself holds. Its end is watched long before. */
const CREDENTIAL_DAYS = 365;
const USUAL_SUFFIX = 'core.windows.net';

/** What was given, as the engine takes it. `credential-missing` if nothing was. */
export function givenCredentials(
  destination: DestinationOf<'azure'>,
  { accountKey, sasToken, connectionString }: GivenCredential,
): AzureCredentials {
  if (connectionString) return { connectionString };
  if (accountKey) return azureCredentials(destination, { accountKey });
  if (sasToken) return azureCredentials(destination, { token: sasToken.replace(/^\?/, '') });
  throw new LifeboatError('credential-missing', { location: destination.name });
}

/**
 * The credential this PC keeps: one that may create, read and list, made with the account's key, which is then dropped.
 * What was given is kept as it is if it is no account key.
 */
export async function everydayCredential(
  destination: DestinationOf<'azure'>,
  given: AzureCredentials,
  now: Date,
): Promise<AzureCredentials> {
  if (!hasAccountKey(given)) return given;
  const { token } = await grantAccess(destination.container, given, {
    kind: 'create',
    expiresOn: new Date(now.getTime() + CREDENTIAL_DAYS * DAY),
  });
  return azureCredentials({ ...destination, ...endpointOf(given) }, { token });
}

/** What a paper says of a container: a credential that may read and list, until its end. Undefined if what was given cannot make one. */
export async function paperAccess(
  destination: DestinationOf<'azure'>,
  given: AzureCredentials,
  expiresOn: Date,
): Promise<KitAzureAccess | undefined> {
  if (!hasAccountKey(given)) return undefined;
  const { token } = await grantAccess(destination.container, given, { kind: 'read', expiresOn });
  const { account, container, prefix, endpoint } = { ...destination, ...endpointOf(given) };
  return { account, container, prefix, token, ...(endpoint !== undefined && { endpoint }) };
}

function hasAccountKey({ accountKey, connectionString }: AzureCredentials): boolean {
  return accountKey !== undefined || /(^|;)\s*AccountKey=/i.test(connectionString ?? '');
}

/** Where the connection string says that the account is, unless that is where every account is. */
function endpointOf({ connectionString = '' }: AzureCredentials): { endpoint?: string } {
  const valueOf = (name: string): string | undefined => new RegExp(`(?:^|;)\\s*${name}=([^;]+)`, 'i').exec(connectionString)?.[1];
  const [account, suffix = USUAL_SUFFIX] = [valueOf('AccountName'), valueOf('EndpointSuffix')];
  const other = account === undefined || suffix === USUAL_SUFFIX ? undefined : `https://${account}.blob.${suffix}`;
  const endpoint = valueOf('BlobEndpoint') ?? other;
  return endpoint === undefined ? {} : { endpoint };
}
