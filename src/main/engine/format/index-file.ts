import { LEAST_STORED_BYTES, type PackedBlob } from './blob.ts';
import { type Id, isId } from './id.ts';
import { encodeJson, parseJson } from './json.ts';

/** The blobs one pack holds, as an index file lists them. */
export interface IndexedPack {
  id: Id;
  blobs: PackedBlob[];
}

/** An index file. */
export interface IndexFile {
  /** Older index files that this one replaces; restic wrote it once, readers may ignore it. */
  supersedes?: Id[];
  packs: IndexedPack[];
}

/** JSON of an index file. */
export function encodeIndex(index: IndexFile): Buffer {
  return encodeJson({
    ...(index.supersedes?.length ? { supersedes: index.supersedes } : {}),
    packs: index.packs.map((pack) => ({ id: pack.id, blobs: pack.blobs.map(diskBlob) })),
  });
}

function diskBlob(blob: PackedBlob): Record<string, unknown> {
  const disk: Record<string, unknown> = { id: blob.id, type: blob.type, offset: blob.offset, length: blob.length };
  if (blob.uncompressedLength) disk.uncompressed_length = blob.uncompressedLength;
  return disk;
}

/** The index in an index file's JSON; throws if it is none. Checked by hand: indexes are large and read often. */
export function decodeIndex(bytes: Uint8Array): IndexFile {
  const value = parseJson(bytes) as { supersedes?: unknown; packs?: unknown } | null;
  const packs = value?.packs;
  const supersedes = value?.supersedes ?? [];
  if (!Array.isArray(packs) || !Array.isArray(supersedes) || !supersedes.every(isId)) throw new RangeError('not an index');
  const index: IndexFile = { packs: packs.map(readPack) };
  if (supersedes.length > 0) index.supersedes = supersedes;
  return index;
}

function readPack(pack: { id?: unknown; blobs?: unknown } | null): IndexedPack {
  if (!isId(pack?.id) || !Array.isArray(pack.blobs)) throw new RangeError('not a pack entry');
  return { id: pack.id, blobs: pack.blobs.map(readBlob) };
}

function readBlob(blob: Record<string, unknown> | null): PackedBlob {
  const { id, type, offset, length, uncompressed_length: uncompressed = 0 } = blob ?? {};
  if (!isId(id) || (type !== 'data' && type !== 'tree')) throw new RangeError('not a blob entry');
  if (!isUint32(offset) || !isUint32(length) || !isUint32(uncompressed)) throw new RangeError('not a blob entry');
  if (length < LEAST_STORED_BYTES) throw new RangeError('a blob shorter than its encryption');
  return uncompressed === 0 ? { type, id, offset, length } : { type, id, offset, length, uncompressedLength: uncompressed };
}

function isUint32(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffffffff;
}
