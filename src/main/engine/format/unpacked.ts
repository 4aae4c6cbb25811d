import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/**
 * Index, snapshot and lock files before encryption: plain JSON in version 1; in version 2 a byte 2 followed by
 * zstd-compressed JSON, or plain JSON, told apart by its first byte.
 */
const ZSTD_ENCODING = 2;
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;

/** The most an index, snapshot or lock file may expand to: many times the largest that programs write. */
export const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;

/** Wraps JSON for a repository of this version. */
export function encodeUnpacked(json: Uint8Array, version: number): Uint8Array {
  if (version < 2) return json;
  return Buffer.concat([Buffer.of(ZSTD_ENCODING), zstdCompressSync(json, { params: { [constants.ZSTD_c_compressionLevel]: 3 } })]);
}

/** The JSON inside; throws RangeError for an encoding this program does not know or content that does not decode. */
export function decodeUnpacked(bytes: Uint8Array): Uint8Array {
  const encoding = bytes[0];
  if (encoding === OPEN_BRACE || encoding === OPEN_BRACKET) return bytes;
  if (encoding !== ZSTD_ENCODING) throw new RangeError('unknown encoding');
  return zstdDecompressSync(bytes.subarray(1), { maxOutputLength: MAX_UNPACKED_BYTES });
}
