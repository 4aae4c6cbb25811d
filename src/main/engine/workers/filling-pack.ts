import { createHash } from 'node:crypto';
import { encrypt } from '../crypto/index.ts';
import type { PackedBlob } from '../format/blob.ts';
import { encodePackHeader, headerEntryLength, MAX_HEADER_BYTES } from '../format/pack-header.ts';
import { PACK_BYTES } from '../format/pack-size.ts';
import type { FilledPack, PackRemainder } from './protocol.ts';
import { type SealedLength, sealingRoom, type Sealing, sealInto } from './seal-blobs.ts';

/** Room for a pack that is nearly full and one more blob of the largest kind. What is never written takes no memory. */
const MEMORY_BYTES = PACK_BYTES + 4.25 * 1024 * 1024;
/** Bytes hashed at a time: still in the core's cache when they are, and many small blobs at once. */
const HASH_BYTES = 128 * 1024;

/** A pack of file content under construction in a thread: blobs are sealed right where they will be stored from. */
export class FillingPack {
  private readonly sealing: Sealing;
  private readonly memory: Uint8Array<ArrayBuffer>;
  private readonly hash = createHash('sha256');
  private readonly blobs: PackedBlob[] = [];
  private end = 0;
  private hashed = 0;
  private headerBytes = 0;

  /** `spare`: memory of an earlier pack, to be used if it is large enough. `first`: the blob that comes first. */
  constructor(sealing: Sealing, spare: ArrayBuffer | undefined, first: Uint8Array) {
    this.sealing = sealing;
    const size = Math.max(MEMORY_BYTES, sealingRoom(first));
    this.memory = new Uint8Array(spare !== undefined && spare.byteLength >= size ? spare : Buffer.allocUnsafeSlow(size).buffer);
  }

  get isFull(): boolean {
    return this.end >= PACK_BYTES || this.headerBytes >= MAX_HEADER_BYTES / 2;
  }

  hasRoom(plain: Uint8Array): boolean {
    return this.end + sealingRoom(plain) <= this.memory.length;
  }

  /** Seals a blob for which there is room. `id` in hex. */
  add(plain: Uint8Array, id: string): SealedLength {
    const sealed = sealInto(this.sealing, plain, this.memory.subarray(this.end));
    const { length, uncompressedLength } = sealed;
    const blob: PackedBlob = { type: 'data', id, offset: this.end, length };
    if (uncompressedLength > 0) blob.uncompressedLength = uncompressedLength;
    this.blobs.push(blob);
    this.end += length;
    this.headerBytes += headerEntryLength(blob);
    if (this.end - this.hashed >= HASH_BYTES) this.hashRest();
    return sealed;
  }

  /** Closes the pack with its header and names it. Nothing may be added any more. */
  finish(): FilledPack {
    this.hashRest();
    const sealedHeader = encrypt(this.sealing.keys, encodePackHeader(this.blobs));
    const header = new Uint8Array(sealedHeader.length + 4);
    header.set(sealedHeader);
    new DataView(header.buffer).setUint32(sealedHeader.length, sealedHeader.length, true);
    const id = this.hash.update(header).digest('hex');
    return { id, blobs: this.blobs, body: this.memory.subarray(0, this.end), header };
  }

  /** What there is so far, to be packed together with others'. Nothing may be added any more. */
  remainder(): PackRemainder {
    return { blobs: this.blobs, body: this.memory.subarray(0, this.end) };
  }

  private hashRest(): void {
    this.hash.update(this.memory.subarray(this.hashed, this.end));
    this.hashed = this.end;
  }
}
