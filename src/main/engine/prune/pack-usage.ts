import type { BlobType } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import { packFileSize, storedLength } from '../format/pack-size.ts';
import type { Copies } from './copies.ts';

/** What a pack holds, in stored bytes. */
export interface PackUsage {
  id: Id;
  /** What it holds, or `mixed`: content and directories, which must not share a pack. */
  type: BlobType | 'mixed';
  /** Size of the pack file. */
  size: number;
  used: Share;
  /** Copies of blobs that stay elsewhere. */
  duplicate: Share;
  unused: Share;
}

interface Share {
  blobs: number;
  bytes: number;
}

/** Pack files by name, in bytes. */
export type PackSizes = ReadonlyMap<Id, number>;

/** Whether the pack is there and has the size its blobs need: only then its copies count. */
export function isReliable(pack: IndexedPack, sizes: PackSizes): boolean {
  return sizes.get(pack.id) === packFileSize(pack.blobs);
}

/** Counts copies and decides which of several stays: the one in the pack that is used most, which will likely stay itself. */
export function chooseCopies(packs: Iterable<IndexedPack>, sizes: PackSizes, copies: Copies): void {
  for (const pack of packs) if (isReliable(pack, sizes)) for (const blob of pack.blobs) copies.note(blob);
  for (const pack of packs) {
    if (!isReliable(pack, sizes)) continue;
    const several = pack.blobs.filter((blob) => copies.hasSeveral(blob));
    if (several.length === 0) continue;
    const rank = typeOf(pack) === 'mixed' ? -1 : usedAloneShare(pack, copies);
    for (const blob of several) copies.offer(blob, pack.id, rank);
  }
}

/** What a pack that is there holds; one that cannot be relied on has nothing to keep. */
export function usageOf(pack: IndexedPack, sizes: PackSizes, copies: Copies): PackUsage {
  const usage: PackUsage = {
    id: pack.id,
    type: typeOf(pack),
    size: sizes.get(pack.id) ?? 0,
    used: share(),
    duplicate: share(),
    unused: share(),
  };
  const reliable = isReliable(pack, sizes);
  for (const blob of pack.blobs) {
    const part = reliable && copies.stays(blob, pack.id) ? usage.used : copies.isUsed(blob) ? usage.duplicate : usage.unused;
    part.blobs += 1;
    part.bytes += storedLength(blob);
  }
  return usage;
}

function typeOf(pack: IndexedPack): PackUsage['type'] {
  const [first] = pack.blobs;
  return first !== undefined && pack.blobs.every((blob) => blob.type === first.type) ? first.type : 'mixed';
}

/** The share of bytes that only this pack holds and that are used. */
function usedAloneShare(pack: IndexedPack, copies: Copies): number {
  const alone = pack.blobs.filter((blob) => copies.isUsed(blob) && !copies.hasSeveral(blob));
  return packFileSize(alone) / packFileSize(pack.blobs);
}

function share(): Share {
  return { blobs: 0, bytes: 0 };
}
