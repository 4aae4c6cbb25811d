import type { KitPlace } from '../../../shared/model/recovery-kit.ts';

/** What follows `-r` for a place, in quotes where a name may have spaces. A disk's letter is for the reader to fill in. */
export function resticLocation(place: KitPlace): string {
  switch (place.kind) {
    case 'usb-set':
      return `"X:\\${place.path.replaceAll('/', '\\')}"`;
    case 'azure':
      return `"azure:${place.container}:/${place.prefix}"`;
    default:
      return `"${place.path}"`;
  }
}

/** Variables that restic takes an Azure account from. A token has `&` in it, which only quotes keep from ending the command. */
export function azureVariables(place: KitPlace & { kind: 'azure' }, token: string): string[] {
  const suffix = endpointSuffix(place);
  return [
    `set "AZURE_ACCOUNT_NAME=${place.account}"`,
    `set "AZURE_ACCOUNT_SAS=${token}"`,
    ...(suffix === undefined ? [] : [`set "AZURE_ENDPOINT_SUFFIX=${suffix}"`]),
  ];
}

/** Only addresses of the form ACCOUNT.blob.SUFFIX can be said to restic. */
function endpointSuffix({ account, endpoint }: KitPlace & { kind: 'azure' }): string | undefined {
  if (endpoint === undefined) return undefined;
  const { hostname } = new URL(endpoint);
  const start = `${account.toLowerCase()}.blob.`;
  return hostname.startsWith(start) ? hostname.slice(start.length) : undefined;
}

/** The commands on a repository. Reading leaves no lock behind, which a token that may only read could not write. */
export const RESTIC = {
  list: (location: string) => `restic -r ${location} snapshots --no-lock`,
  restore: (location: string, id: string, folder: string) => `restic -r ${location} restore ${id} --target ${folder} --no-lock`,
  unlock: (location: string) => `restic -r ${location} unlock`,
  check: (location: string) => `restic -r ${location} check --read-data --no-lock`,
} as const;
