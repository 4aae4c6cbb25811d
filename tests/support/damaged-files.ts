import type { Anatomy } from './anatomy.ts';
import { nameOf } from './anatomy.ts';
import type { Disk } from './power/disk.ts';

/** One file of a repository, spoilt in one way. */
export interface Damage {
  /** What a test is called by. */
  name: string;
  path: string;
  /** Undefined when the file is removed. */
  bytes: Buffer | undefined;
  /** Bytes left, and the byte that was changed. */
  length: number;
  flippedAt: number | undefined;
}

/** The file removed, cut to several lengths, and with one bit changed at each of `flips`. */
export function damagesOf({ files }: Disk, path: string, flips: readonly number[]): Damage[] {
  const whole = files.get(path) as Buffer;
  const lengths = [...new Set([0, whole.length >> 1, whole.length - 1])];
  return [
    { name: 'removed', path, bytes: undefined, length: 0, flippedAt: undefined },
    ...lengths.map((length) => ({
      name: `cut to ${length} of ${whole.length}`,
      path,
      bytes: whole.subarray(0, length),
      length,
      flippedAt: undefined,
    })),
    ...flips.map((at) => ({
      name: `bit changed at ${at} of ${whole.length}`,
      path,
      bytes: flipped(whole, at),
      length: whole.length,
      flippedAt: at,
    })),
  ];
}

/** The beginning, the middle and the end. */
export function everywhere({ files }: Disk, path: string): number[] {
  const { length } = files.get(path) as Buffer;
  return [0, length >> 1, length - 1];
}

/** Somewhere in each blob, in the header, and in the header's length. */
export function partsOfPack({ files }: Disk, path: string, { blobs }: Anatomy): number[] {
  const { length } = files.get(path) as Buffer;
  const own = blobs.filter(({ pack }) => path.endsWith(pack));
  const end = Math.max(...own.map((blob) => blob.offset + blob.length));
  return [...own.map((blob) => blob.offset + (blob.length >> 1)), (end + length - 4) >> 1, length - 4];
}

/** The repository with the file spoilt. */
export function damaged(disk: Disk, { path, bytes }: Damage): Disk {
  const files = new Map(disk.files);
  if (bytes === undefined) files.delete(path);
  else files.set(path, bytes);
  return { folders: disk.folders, files };
}

/** The blobs of a pack that such damage takes away. */
export function blobsHit({ path, bytes, length, flippedAt }: Damage, { blobs }: Anatomy): Anatomy['blobs'] {
  const own = blobs.filter(({ pack }) => path.endsWith(pack));
  if (bytes === undefined) return own;
  if (flippedAt === undefined) return own.filter((blob) => blob.offset + blob.length > length);
  return own.filter((blob) => blob.offset <= flippedAt && flippedAt < blob.offset + blob.length);
}

/** The same as names. */
export function namesHit(damage: Damage, anatomy: Anatomy): Set<string> {
  return new Set(blobsHit(damage, anatomy).map(nameOf));
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] as number) ^ 1;
  return copy;
}
