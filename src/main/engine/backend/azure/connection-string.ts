import { LifeboatError } from '../../../../shared/errors/index.ts';

/** What a caller knows about the account; the engine looks for nothing by itself. Of several ways the first that is whole counts. */
export interface AzureCredentials {
  accountName?: string;
  accountKey?: string;
  /** A shared access signature, with or without its question mark. Counts if there is no key. */
  token?: string;
  /** Instead of `core.windows.net`, for the clouds of some countries. */
  endpointSuffix?: string;
  /** All of it in Azure's own form, such as `BlobEndpoint=...;SharedAccessSignature=...`. Counts if there is no key and no token. */
  connectionString?: string;
}

/** The same, taken apart. */
export interface AccountParts extends Omit<AzureCredentials, 'connectionString'> {
  /** Address of the account's blob service. */
  endpoint?: string;
}

const NAMES: Readonly<Record<string, keyof AccountParts>> = {
  accountname: 'accountName',
  accountkey: 'accountKey',
  sharedaccesssignature: 'token',
  endpointsuffix: 'endpointSuffix',
  blobendpoint: 'endpoint',
};

/** The parts of what was given; `credential-refused` for a connection string that is none. */
export function credentialsFrom({ connectionString, ...parts }: AzureCredentials, location: string): AccountParts {
  if (parts.accountKey || parts.token || !connectionString) return parts;
  const found: AccountParts = {};
  for (const setting of connectionString.split(';').filter((part) => part.trim() !== '')) {
    const at = setting.indexOf('=');
    if (at <= 0) throw new LifeboatError('credential-refused', { location });
    const name = NAMES[setting.slice(0, at).trim().toLowerCase()];
    const value = setting.slice(at + 1).trim();
    if (name !== undefined && value !== '') found[name] = value;
  }
  return found;
}
