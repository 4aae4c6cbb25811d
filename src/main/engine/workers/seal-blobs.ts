import { constants, zstdCompressSync } from 'node:zlib';
import { encryptInto, type MasterKeys, SEAL_OVERHEAD } from '../crypto/index.ts';
import { isCompressible } from './compressible.ts';
import type { SealResult } from './protocol.ts';

/** Level 1 takes two thirds of the time of level 3 and stores 1 to 2 % more of a pharmacy's mix (docs/performance.md). */
const LEVEL = { [constants.ZSTD_c_compressionLevel]: 1 };
/** Output comes in pieces as large as the blob, within bounds: zlib's 16 KiB are many for a large and much for a small one. */
const SMALL_BLOB = { chunkSize: 4 * 1024, params: LEVEL };
const MEDIUM_BLOB = { chunkSize: 16 * 1024, params: LEVEL };
const LARGE_BLOB = { chunkSize: 64 * 1024, params: LEVEL };

/** How to seal. */
export interface Sealing {
  keys: MasterKeys;
  compress: boolean;
  /** Memory that may be used for the result. */
  spare?: ArrayBuffer | undefined;
}

/** Fresh memory is made this large at least, so that it can serve again. */
const LEAST_MEMORY = (8 * 1024 + 256) * 1024;

/** Compresses where it pays, encrypts, and lays the blobs one after the other. `positions` are their numbers for the answer. */
export function sealBlobs({ keys, compress, spare }: Sealing, blobs: readonly Uint8Array[], positions: readonly number[]): SealResult {
  const contents = blobs.map((plain) => (compress ? compressed(plain) : plain));
  const total = contents.reduce((sum, content) => sum + content.length + SEAL_OVERHEAD, 0);
  const bytes = memoryFor(total, spare);
  const sealed: SealResult['blobs'] = [];
  let offset = 0;
  contents.forEach((content, i) => {
    const plain = blobs[i] as Uint8Array;
    const length = content.length + SEAL_OVERHEAD;
    encryptInto(keys, content, bytes.subarray(offset, offset + length));
    sealed.push({ at: positions[i] as number, length, uncompressedLength: content === plain ? 0 : plain.length });
    offset += length;
  });
  return { bytes, blobs: sealed };
}

/** The compressed blob, or the blob itself where that is no shorter. */
function compressed(plain: Uint8Array): Uint8Array {
  if (plain.length === 0 || !isCompressible(plain)) return plain;
  const options = plain.length <= 16 * 1024 ? SMALL_BLOB : plain.length <= 128 * 1024 ? MEDIUM_BLOB : LARGE_BLOB;
  const small = zstdCompressSync(plain, options);
  return small.length < plain.length ? small : plain;
}

function memoryFor(total: number, spare: ArrayBuffer | undefined): Uint8Array<ArrayBuffer> {
  if (spare !== undefined && spare.byteLength >= total) return new Uint8Array(spare, 0, total);
  // A single small blob is not worth keeping memory for; larger answers come again and again. Every byte is written.
  const size = total < LEAST_MEMORY / 16 ? total : Math.max(total, LEAST_MEMORY);
  return new Uint8Array(Buffer.allocUnsafeSlow(size).buffer, 0, total);
}
