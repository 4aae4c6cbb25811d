import type { AzureCredentials, BandwidthLimits, PlaceOptions } from '../../engine/index.ts';
import type { GlobalOptions } from './globals.ts';

const KIB = 1024;

/** How much of the line may be taken, in bytes per second. */
export function bandwidthLimits({ limitUpload, limitDownload }: GlobalOptions): BandwidthLimits {
  return { ...(limitUpload && { upload: limitUpload * KIB }), ...(limitDownload && { download: limitDownload * KIB }) };
}

/** What places on the network need; `cacheFolder` is where copies may be kept. */
export function placeOptions({ connections, cache }: GlobalOptions, environment: NodeJS.ProcessEnv, cacheFolder: string): PlaceOptions {
  return {
    azure: azureCredentials(environment),
    ...(connections !== undefined && { connections }),
    ...(cache !== false && { cacheFolder }),
  };
}

/** What stands before the names of a source's credentials, in the order in which they count. */
const FROM_PREFIXES = ['LIFEBOAT_FROM_', 'RESTIC_FROM_'] as const;

/** Credentials for the place snapshots or keys come from, if there are any of its own; nothing is mixed with those of the repository. */
export function fromAzureCredentials(environment: NodeJS.ProcessEnv): AzureCredentials | undefined {
  return FROM_PREFIXES.map((prefix) => azureCredentials(environment, prefix)).find((found) => Object.keys(found).length > 0);
}

/** restic's names first, then Azure's own. */
function azureCredentials(environment: NodeJS.ProcessEnv, prefix = ''): AzureCredentials {
  const first = (...names: string[]): string | undefined => names.map((name) => environment[prefix + name]).find((value) => Boolean(value));
  const found: Record<keyof AzureCredentials, string | undefined> = {
    accountName: first('AZURE_ACCOUNT_NAME', 'AZURE_STORAGE_ACCOUNT'),
    accountKey: first('AZURE_ACCOUNT_KEY'),
    token: first('AZURE_ACCOUNT_SAS'),
    endpointSuffix: first('AZURE_ENDPOINT_SUFFIX'),
    connectionString: first('AZURE_STORAGE_CONNECTION_STRING'),
  };
  if (!found.accountKey && !found.token && !found.connectionString) {
    found.accountKey = first('AZURE_STORAGE_KEY', 'AZURE_STORAGE_ACCOUNT_KEY');
    found.token = first('AZURE_STORAGE_SAS_TOKEN');
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
