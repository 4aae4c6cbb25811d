import { encrypt, type MasterKeys, sha256OfParts } from '../../crypto/index.ts';
import type { BlobType, PackedBlob } from '../../format/blob.ts';
import type { IndexedPack } from '../../format/index-file.ts';
import { encodePackHeader, headerEntryLength, MAX_HEADER_BYTES } from '../../format/pack-header.ts';
import type { SealedBlob } from '../repository.ts';

/** Packs are finished when they reach this many bytes: restic's default, and what one upload carries well. */
export const PACK_BYTES = 16 * 1024 * 1024;

/** A finished pack: its place in the index, and its bytes. */
export interface BuiltPack {
  pack: IndexedPack;
  parts: Uint8Array[];
}

/** Gathers sealed blobs of one type into a pack. */
export class PackBuilder {
  readonly type: BlobType;
  private readonly blobs: PackedBlob[] = [];
  private readonly parts: Uint8Array[] = [];
  private readonly releases: (() => void)[] = [];
  private bytes = 0;
  private headerBytes = 0;

  constructor(type: BlobType) {
    this.type = type;
  }

  get isFull(): boolean {
    return this.bytes >= PACK_BYTES || this.headerBytes >= MAX_HEADER_BYTES / 2;
  }

  get isEmpty(): boolean {
    return this.blobs.length === 0;
  }

  add(blob: SealedBlob): void {
    const packed: PackedBlob = { type: this.type, id: blob.id, offset: this.bytes, length: blob.bytes.length };
    if (blob.uncompressedLength) packed.uncompressedLength = blob.uncompressedLength;
    this.blobs.push(packed);
    this.parts.push(blob.bytes);
    if (blob.release) this.releases.push(blob.release);
    this.bytes += packed.length;
    this.headerBytes += headerEntryLength(packed);
  }

  /** Gives the memory of the blobs back. The pack must be stored, or given up. */
  release(): void {
    for (const release of this.releases.splice(0)) release();
  }

  /** Closes the pack with its header and names it. */
  finish(keys: MasterKeys): BuiltPack {
    const header = encrypt(keys, encodePackHeader(this.blobs));
    const headerLength = Buffer.alloc(4);
    headerLength.writeUInt32LE(header.length);
    const parts = [...this.parts, header, headerLength];
    return { pack: { id: sha256OfParts(parts), blobs: this.blobs }, parts };
  }
}
