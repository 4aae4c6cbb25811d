import { LifeboatError } from '../../../../shared/errors/index.ts';
import { type AzureCredentials, credentialsFrom } from './connection-string.ts';

/** What an account is reached with. Secrets: never part of an error, a location or a log. */
export interface AzureAccount {
  /** Address of the container, without a token. */
  readonly url: URL;
  /** Signs requests; absent with a token. */
  readonly sharedKey?: { readonly name: string; readonly key: string };
  /** A shared access signature without its question mark. */
  readonly token?: string;
}

const DEFAULT_SUFFIX = 'core.windows.net';
const ACCOUNT_NAME = /^[a-z0-9]{3,24}(?:-secondary)?$/;
const HOST_NAME = /^[a-z0-9.-]+$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$|^(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Works out how to reach a container. `credential-missing` if nothing says how, `credential-refused` if what was given
 * cannot be a credential, `connection-insecure` if data would travel unencrypted to another machine.
 */
export function accountFor(container: string, given: AzureCredentials | undefined, location: string): AzureAccount {
  const { endpoint, accountName, accountKey, token, endpointSuffix } = credentialsFrom(given ?? {}, location);
  const base = endpoint ?? endpointOf(accountName, endpointSuffix ?? DEFAULT_SUFFIX, location);
  const url = containerUrl(base, container, location);
  if (accountKey) {
    if (!accountName || !BASE64.test(accountKey)) throw new LifeboatError('credential-refused', { location });
    return { url, sharedKey: { name: accountName, key: accountKey } };
  }
  if (!token) throw new LifeboatError('credential-missing', { location });
  return { url, token: token.replace(/^\?/, '') };
}

function endpointOf(accountName: string | undefined, suffix: string, location: string): string {
  if (!accountName) throw new LifeboatError('credential-missing', { location });
  if (!ACCOUNT_NAME.test(accountName) || !HOST_NAME.test(suffix)) throw new LifeboatError('credential-refused', { location });
  return `https://${accountName}.blob.${suffix}`;
}

function containerUrl(endpoint: string, container: string, location: string): URL {
  if (!URL.canParse(endpoint)) throw new LifeboatError('credential-refused', { location });
  const url = new URL(endpoint);
  const isPrivate = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!isPrivate) throw new LifeboatError('connection-insecure', { location });
  url.search = '';
  url.hash = '';
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${container}`;
  return url;
}
