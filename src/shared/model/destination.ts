import { z } from 'zod';
import { slugSchema } from './source.ts';

export const siteSchema = z.enum(['on-site', 'off-site']);
export type Site = z.infer<typeof siteSchema>;

/** Whether somebody at this PC could destroy the copy: online, yes; offline, not while it is away; immutable, not before its lock ends. */
export const isolationSchema = z.enum(['online', 'offline', 'immutable']);
export type Isolation = z.infer<typeof isolationSchema>;

const common = {
  id: slugSchema,
  name: z.string().trim().min(1).max(120),
  site: siteSchema,
  isolation: isolationSchema,
};

/** One disk of a rotating set, known by what the operating system and a marker file say of it, never by its letter. */
export const usbDiskSchema = z.object({
  id: slugSchema,
  /** What is written on its sticker, such as `Drive A`. */
  label: z.string().trim().min(1).max(60),
  /** The file system's own id (volume GUID or UUID). Undefined where the system does not tell: then the marker alone counts. */
  volumeId: z.string().min(1).optional(),
  /** Random text that Lifeboat wrote into the disk's marker file. */
  marker: z.string().min(16),
  /** The folder of its repository, beside the marker, where it is not the first one on the disk. */
  folder: z.string().min(1).optional(),
});
export type UsbDisk = z.infer<typeof usbDiskSchema>;

export const folderDestinationSchema = z.object({ ...common, kind: z.literal('folder'), path: z.string().min(1) });
export const usbSetDestinationSchema = z.object({
  ...common,
  kind: z.literal('usb-set'),
  /** Added one by one, each when it is plugged in: a new set has none. */
  disks: z.array(usbDiskSchema),
  /** Days a disk may stay away before somebody is told. */
  awayLimitDays: z.int().positive().default(7),
});
export const networkDestinationSchema = z.object({ ...common, kind: z.literal('network-folder'), path: z.string().min(1) });
export const azureDestinationSchema = z.object({
  ...common,
  kind: z.literal('azure'),
  account: z.string().min(1),
  container: z.string().min(1),
  prefix: z.string().default(''),
  /** Instead of `https://ACCOUNT.blob.core.windows.net`. */
  endpoint: z.url().optional(),
});

/** A place the pharmacy keeps copies. */
export const destinationSchema = z.discriminatedUnion('kind', [
  folderDestinationSchema,
  usbSetDestinationSchema,
  networkDestinationSchema,
  azureDestinationSchema,
]);
export type Destination = z.infer<typeof destinationSchema>;
export type DestinationKindName = Destination['kind'];
export type DestinationOf<K extends DestinationKindName> = Extract<Destination, { kind: K }>;

/** Names one repository: a destination, and of a USB set the disk. */
export interface RepositoryRef {
  destination: string;
  disk?: string | undefined;
}

/** The repository's name in the store and in logs: `azure` or `usb/drive-a`. */
export function repositoryKey({ destination, disk }: RepositoryRef): string {
  return disk === undefined ? destination : `${destination}/${disk}`;
}

export function isSameRepository(a: RepositoryRef, b: RepositoryRef): boolean {
  return a.destination === b.destination && a.disk === b.disk;
}

/** The repositories of a destination. */
export function repositoriesOf(destination: Destination): readonly RepositoryRef[] {
  if (destination.kind !== 'usb-set') return [{ destination: destination.id }];
  return destination.disks.map(({ id }) => ({ destination: destination.id, disk: id }));
}

/** What a test of a place found out. */
export const probeSchema = z.object({
  /** When it was looked at, RFC 3339. */
  at: z.string(),
  bytesPerSecondWritten: z.number().nonnegative(),
  bytesPerSecondRead: z.number().nonnegative(),
  freeBytes: z.number().nonnegative().optional(),
  /** The place's clock minus ours, in seconds; undefined where it has none. */
  clockDifferenceSeconds: z.number().optional(),
  /** Whether what was written could be removed or overwritten with the credential this PC has. */
  canDestroy: z.boolean(),
  /** Protections read from the place; undefined where the credential may not ask. */
  versioning: z.boolean().optional(),
  softDeleteDays: z.number().optional(),
  immutabilityDays: z.number().optional(),
});
export type Probe = z.infer<typeof probeSchema>;
