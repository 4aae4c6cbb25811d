import type { KitRecord } from './installation.ts';
import type { Destination, Site, UsbDisk } from './destination.ts';

/** Whose paper it is. */
export type KitHolder = KitRecord['holder'];

/** Counts up when what a kit must say changes, so that older papers are known to be out of date. */
export const KIT_EDITION = 1;

/** A place with copies, as a kit names it. */
export type KitPlace = { name: string; site: Site } & (
  | { kind: 'folder' | 'network-folder'; path: string }
  | { kind: 'usb-set'; labels: readonly string[]; path: string }
  | { kind: 'azure'; account: string; container: string; prefix: string; endpoint?: string | undefined }
);

/** What reaches one copy in Azure from a blank PC: where it is, and a token that may read and list. A secret. */
export interface KitAzureAccess {
  account: string;
  container: string;
  prefix: string;
  /** Instead of `https://ACCOUNT.blob.core.windows.net`. */
  endpoint?: string | undefined;
  /** Shared access signature, without the leading question mark. */
  token: string;
}

/** Access data that stand sealed on a kit. */
export interface KitAccess {
  azure: readonly KitAzureAccess[];
}

/** What a kit says of the pharmacy, without key, date and sealed data: what makes it stale when it changes. */
export interface KitFacts {
  pharmacy: string;
  holder: KitHolder;
  places: readonly KitPlace[];
  /** Fingerprint of the access data that are sealed on it; undefined if there are none. */
  access: string | undefined;
}

/** Destinations as a kit names them. `folderOf` says where the repository lies on a disk of a set, such as `Lifeboat/repository`. */
export function kitPlaces(destinations: readonly Destination[], folderOf: (disk: Pick<UsbDisk, 'folder'>) => string): readonly KitPlace[] {
  return destinations.flatMap((destination): KitPlace[] => {
    const { name, site, kind } = destination;
    if (kind === 'usb-set') {
      const byFolder = Map.groupBy(destination.disks, folderOf);
      if (byFolder.size === 0) byFolder.set(folderOf({}), []);
      return [...byFolder].map(([path, disks]) => ({ name, site, kind, labels: disks.map(({ label }) => label), path }));
    }
    if (kind !== 'azure') return [{ name, site, kind, path: destination.path }];
    const { account, container, prefix, endpoint } = destination;
    return [{ name, site, kind, account, container, prefix, endpoint }];
  });
}

/** Whether a printed kit no longer says what it should; without one there is nothing that could be out of date. */
export function kitIsStale(record: Pick<KitRecord, 'contentsDigest'>, currentDigest: string): boolean {
  return record.contentsDigest !== currentDigest;
}
