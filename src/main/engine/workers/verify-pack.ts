import { createHash } from 'node:crypto';
import { decrypt, type MasterKeys } from '../crypto/index.ts';
import type { PackedBlob } from '../format/blob.ts';
import { decodePackHeader, HEADER_LENGTH_BYTES } from '../format/pack-header.ts';
import type { BlobOpener } from './blob-opener.ts';
import type { VerifyPackResult } from './protocol.ts';

/** Verifies every blob a pack's own header lists, and the header. */
export function verifyPack(keys: MasterKeys, bytes: Uint8Array, opener: BlobOpener): VerifyPackResult {
  const header = packHeader(keys, bytes);
  const blobs = header && blobsOf(header);
  const hash = createHash('sha256');
  const damaged: number[] = [];
  let hashed = 0;
  blobs?.forEach((blob, at) => {
    if ('damage' in opener.open(keys, bytes, blob)) damaged.push(at);
    // While its bytes are still in the core's cache.
    const end = Math.min(bytes.length, blob.offset + blob.length);
    hash.update(bytes.subarray(hashed, end));
    hashed = end;
  });
  const id = hash.update(bytes.subarray(hashed)).digest('hex');
  return header && blobs ? { id, header: new Uint8Array(header), damaged } : { id, damaged };
}

function packHeader(keys: MasterKeys, bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < HEADER_LENGTH_BYTES) return undefined;
  const end = bytes.length - HEADER_LENGTH_BYTES;
  const length = new DataView(bytes.buffer, bytes.byteOffset + end, HEADER_LENGTH_BYTES).getUint32(0, true);
  return length <= end ? decrypt(keys, bytes.subarray(end - length, end)) : undefined;
}

/** Undefined if it is no header. */
function blobsOf(header: Uint8Array): PackedBlob[] | undefined {
  try {
    return decodePackHeader(header);
  } catch {
    return undefined;
  }
}
