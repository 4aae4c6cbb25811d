import type { BlobOpener } from './blob-opener.ts';
import type { OpenRequest, OpenResult } from './protocol.ts';
import { SharedMemory } from './shared-memory.ts';

/** Decrypts, decompresses and verifies. */
export function openBlobs({ keys, bytes, blobs }: OpenRequest, opener: BlobOpener): OpenResult {
  const shared = new SharedMemory(blobs);
  return {
    blobs: blobs.map((part) => {
      const opened = opener.open(keys, bytes, part);
      return opened instanceof Uint8Array ? shared.place(opened) : opened;
    }),
  };
}
