import type { PackedBlob } from './blob.ts';
import { HEADER_LENGTH_BYTES, headerEntryLength } from './pack-header.ts';

/** Packs are finished when they reach this many bytes: restic's default, and what one upload carries well. */
export const PACK_BYTES = 16 * 1024 * 1024;

/** Bytes encryption adds: nonce and authentication tag. */
const SEAL_BYTES = 32;

/** Bytes a pack has beside its blobs and their header entries. */
const PACK_OVERHEAD = SEAL_BYTES + HEADER_LENGTH_BYTES;

/** Bytes a blob takes in a pack, its header entry included. */
export function storedLength(blob: PackedBlob): number {
  return blob.length + headerEntryLength(blob);
}

/** Bytes of the pack file that holds exactly these blobs. */
export function packFileSize(blobs: readonly PackedBlob[]): number {
  return blobs.reduce((sum, blob) => sum + storedLength(blob), PACK_OVERHEAD);
}
