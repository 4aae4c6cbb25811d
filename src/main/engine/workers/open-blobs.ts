import { zstdDecompressSync } from 'node:zlib';
import { decrypt, type MasterKeys, sha256 } from '../crypto/index.ts';
import { decodePackHeader, HEADER_LENGTH_BYTES } from '../format/pack-header.ts';
import { SharedMemory } from './shared-memory.ts';
import type { OpenedBlob, OpenRequest, OpenResult, SealedPart, VerifyPackRequest, VerifyPackResult } from './protocol.ts';

/**
 * The most a blob may say it expands to: restic's largest piece of a file is 8 MiB; trees of very large folders exceed
 * it, but JSON beyond this is longer than a string can be.
 */
const MAX_PLAIN_BYTES = 512 * 1024 * 1024;

/** The smallest output piece zlib takes, and the largest asked for. One piece for a whole blob saves putting pieces together. */
const LEAST_CHUNK = 64;
const MOST_CHUNK = 8 * 1024 * 1024;

/** Decrypts, decompresses and verifies. */
export function openBlobs({ keys, bytes, blobs }: OpenRequest): OpenResult {
  const shared = new SharedMemory(blobs);
  return {
    blobs: blobs.map((part) => {
      const opened = openBlob(keys, bytes, part);
      return opened instanceof Uint8Array ? shared.place(opened) : opened;
    }),
  };
}

/** Verifies every blob a pack's own header lists, and the header. */
export function verifyPack({ keys, bytes }: VerifyPackRequest): VerifyPackResult {
  const id = sha256(bytes);
  const header = packHeader(keys, bytes);
  if (header === undefined) return { id, damaged: [] };
  try {
    const damaged: number[] = [];
    decodePackHeader(header).forEach((blob, at) => {
      if ('damage' in openBlob(keys, bytes, blob)) damaged.push(at);
    });
    return { id, header: new Uint8Array(header), damaged };
  } catch {
    return { id, damaged: [] };
  }
}

function packHeader(keys: MasterKeys, bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < HEADER_LENGTH_BYTES) return undefined;
  const end = bytes.length - HEADER_LENGTH_BYTES;
  const length = new DataView(bytes.buffer, bytes.byteOffset + end, HEADER_LENGTH_BYTES).getUint32(0, true);
  return length <= end ? decrypt(keys, bytes.subarray(end - length, end)) : undefined;
}

type Opened = Buffer | Exclude<OpenedBlob, Uint8Array>;

/** The plain content of one blob, if it is what it must be. */
export function openBlob(keys: MasterKeys, bytes: Uint8Array, part: SealedPart): Opened {
  if (part.offset + part.length > bytes.length) return { damage: 'truncated' };
  const content = decrypt(keys, bytes.subarray(part.offset, part.offset + part.length));
  if (content === undefined) return { damage: 'wrong-authentication' };
  const plain = part.uncompressedLength ? decompress(content, part.uncompressedLength) : content;
  if (plain === undefined) return { damage: 'not-decompressible' };
  if (part.uncompressedLength && plain.length !== part.uncompressedLength) return { damage: 'wrong-length' };
  if (sha256(plain) !== part.id) return { damage: 'wrong-hash' };
  return plain;
}

function decompress(content: Uint8Array, length: number): Buffer | undefined {
  if (length > MAX_PLAIN_BYTES) return undefined;
  try {
    // One byte more than promised tells a longer content from the right one.
    return zstdDecompressSync(content, { maxOutputLength: length + 1, chunkSize: Math.min(MOST_CHUNK, Math.max(LEAST_CHUNK, length + 1)) });
  } catch {
    return undefined;
  }
}
