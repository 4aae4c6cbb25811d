import { type BlobType, LEAST_STORED_BYTES, type PackedBlob } from './blob.ts';
import { bytesOf, hexOf, ID_BYTES } from './id.ts';

/** Entry of an uncompressed blob: kind, length, id. */
const PLAIN_ENTRY = 1 + 4 + ID_BYTES;
/** Entry of a compressed blob: kind, length, plain length, id. */
const COMPRESSED_ENTRY = 1 + 4 + 4 + ID_BYTES;
const COMPRESSED = 0b10;
const KINDS: readonly BlobType[] = ['data', 'tree'];

/** Bytes that follow the encrypted header: its length. */
export const HEADER_LENGTH_BYTES = 4;
/** The longest header a pack may have (encrypted), as in restic: enough for a 128 MiB pack of tiny blobs. */
export const MAX_HEADER_BYTES = 16 * 1024 * 1024;

/** Bytes of one blob's entry in a pack header. */
export function headerEntryLength(blob: Pick<PackedBlob, 'uncompressedLength'>): number {
  return blob.uncompressedLength ? COMPRESSED_ENTRY : PLAIN_ENTRY;
}

/** The plain header of a pack whose blobs stand one after the other. */
export function encodePackHeader(blobs: readonly PackedBlob[]): Buffer {
  const header = Buffer.alloc(blobs.reduce((sum, blob) => sum + headerEntryLength(blob), 0));
  let at = 0;
  for (const blob of blobs) {
    const compressed = blob.uncompressedLength ? COMPRESSED : 0;
    at = header.writeUInt8(KINDS.indexOf(blob.type) | compressed, at);
    at = header.writeUInt32LE(blob.length, at);
    if (blob.uncompressedLength) at = header.writeUInt32LE(blob.uncompressedLength, at);
    at += bytesOf(blob.id).copy(header, at);
  }
  return header;
}

/** The blobs a plain pack header lists; throws RangeError if it is none. */
export function decodePackHeader(header: Uint8Array): PackedBlob[] {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const blobs: PackedBlob[] = [];
  let at = 0;
  let offset = 0;
  while (at < header.length) {
    const kind = view.getUint8(at);
    const type = KINDS[kind & 1];
    if (kind > 0b11 || type === undefined) throw new RangeError('unknown kind of blob');
    const compressed = (kind & COMPRESSED) !== 0;
    const length = view.getUint32(at + 1, true);
    const idAt = at + (compressed ? 9 : 5);
    if (idAt + ID_BYTES > header.length) throw new RangeError('header ends early');
    if (length < LEAST_STORED_BYTES) throw new RangeError('a blob shorter than its encryption');
    const blob: PackedBlob = { type, id: hexOf(header, idAt), offset, length };
    if (compressed) blob.uncompressedLength = view.getUint32(at + 5, true);
    blobs.push(blob);
    offset += length;
    at = idAt + ID_BYTES;
  }
  return blobs;
}
