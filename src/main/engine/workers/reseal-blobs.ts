import { timingSafeEqual } from 'node:crypto';
import { type MasterKeys, SEAL_OVERHEAD } from '../crypto/index.ts';
import type { BlobOpener } from './blob-opener.ts';
import type { ResealedBlob, ResealRequest, ResealResult, SealedPart } from './protocol.ts';
import { sealBlobs } from './seal-blobs.ts';

/** Bytes on their way into the answer. */
interface Sealed {
  at: number;
  bytes: Uint8Array;
  length: number;
  uncompressedLength: number;
}

/**
 * Verifies blobs of one repository and seals them for another. What is sealed under the same keys and compressed as the other
 * would compress it goes over as it is.
 */
export function resealBlobs({ keys, bytes, blobs, to }: ResealRequest, opener: BlobOpener): ResealResult {
  const asTheyAre = hasSameKeys(keys, to.keys);
  const results: ResealedBlob[] = [];
  const sealed: Sealed[] = [];
  blobs.forEach((part, at) => {
    const plain = opener.open(keys, bytes, part);
    if (!(plain instanceof Uint8Array)) results[at] = plain;
    else if (asTheyAre && to.compress === isCompressed(part)) sealed.push(asItIs(bytes, part, at));
    else sealed.push(anew(to, plain, at));
  });
  const answer = inOne(sealed, bytes);
  for (const [position, { at, bytes: own, length, uncompressedLength }] of sealed.entries()) {
    results[at] = { offset: answer.offsets[position] as number, sealedLength: own.length, length, uncompressedLength };
  }
  return { bytes: answer.bytes, blobs: results };
}

/** One memory for all of them: the one they came in if nothing was sealed anew and little else stands there. */
function inOne(sealed: readonly Sealed[], input: Uint8Array<ArrayBuffer>): { bytes: Uint8Array<ArrayBuffer>; offsets: number[] } {
  const total = sealed.reduce((sum, each) => sum + each.bytes.length, 0);
  const isInInput = sealed.every((each) => each.bytes.buffer === input.buffer);
  if (isInInput && total * 2 >= input.length) {
    return { bytes: input, offsets: sealed.map((each) => each.bytes.byteOffset - input.byteOffset) };
  }
  const bytes = new Uint8Array(Buffer.allocUnsafeSlow(total).buffer);
  const offsets: number[] = [];
  let end = 0;
  for (const each of sealed) {
    bytes.set(each.bytes, end);
    offsets.push(end);
    end += each.bytes.length;
  }
  return { bytes, offsets };
}

function asItIs(bytes: Uint8Array, part: SealedPart, at: number): Sealed {
  const { offset, length, uncompressedLength = 0 } = part;
  return { at, bytes: bytes.subarray(offset, offset + length), length: uncompressedLength || length - SEAL_OVERHEAD, uncompressedLength };
}

function anew({ keys, compress }: ResealRequest['to'], plain: Uint8Array, at: number): Sealed {
  const { bytes, blobs } = sealBlobs({ keys, compress }, [plain]);
  return { at, bytes, length: plain.length, uncompressedLength: blobs[0]?.uncompressedLength ?? 0 };
}

function isCompressed({ uncompressedLength = 0 }: SealedPart): boolean {
  return uncompressedLength > 0;
}

function hasSameKeys(a: MasterKeys, b: MasterKeys): boolean {
  return timingSafeEqual(a.encrypt, b.encrypt) && timingSafeEqual(a.macK, b.macK) && timingSafeEqual(a.macR, b.macR);
}
