import { compressInto, compressionBound } from '../compression/index.ts';
import { encryptInto, type MasterKeys, NONCE_BYTES, SEAL_OVERHEAD } from '../crypto/index.ts';
import { isCompressible } from './compressible.ts';
import type { SealResult } from './protocol.ts';

/** How to seal. */
export interface Sealing {
  keys: MasterKeys;
  compress: boolean;
}

/** What a sealed blob takes, and its plain length if it is compressed or else 0. */
export interface SealedLength {
  length: number;
  uncompressedLength: number;
}

/** The room a blob may need while it is sealed. */
export function sealingRoom(plain: Uint8Array): number {
  return compressionBound(plain.length) + SEAL_OVERHEAD;
}

/** Compresses where it pays and encrypts, to the begin of `memory`, which has at least `sealingRoom` bytes. */
export function sealInto({ keys, compress }: Sealing, plain: Uint8Array, memory: Uint8Array): SealedLength {
  const content = compress ? compressed(plain, memory.subarray(NONCE_BYTES)) : plain;
  const length = content.length + SEAL_OVERHEAD;
  encryptInto(keys, content, memory.subarray(0, length));
  return { length, uncompressedLength: content === plain ? 0 : plain.length };
}

/** Seals some blobs, one after the other in memory of their own. */
export function sealBlobs(sealing: Sealing, blobs: readonly Uint8Array[]): SealResult {
  const memory = Buffer.allocUnsafe(blobs.reduce((sum, plain) => sum + sealingRoom(plain), 0));
  let end = 0;
  const sealed = blobs.map((plain, at) => {
    const each = { at, ...sealInto(sealing, plain, memory.subarray(end)) };
    end += each.length;
    return each;
  });
  return { bytes: new Uint8Array(memory.subarray(0, end)), blobs: sealed };
}

/** The compressed blob in `memory`, or the blob itself where that is no shorter. */
function compressed(plain: Uint8Array, memory: Uint8Array): Uint8Array {
  if (plain.length === 0 || !isCompressible(plain)) return plain;
  const length = compressInto(plain, memory);
  return length < plain.length ? memory.subarray(0, length) : plain;
}
