import { encrypt, type MasterKeys, sha256OfParts } from '../../crypto/index.ts';
import type { BlobType, PackedBlob } from '../../format/blob.ts';
import type { IndexedPack } from '../../format/index-file.ts';
import { encodePackHeader, headerEntryLength, MAX_HEADER_BYTES } from '../../format/pack-header.ts';
import { PACK_BYTES } from '../../format/pack-size.ts';
import type { SealedBlob } from '../repository.ts';

/** A finished pack: its place in the index, and its bytes. */
export interface BuiltPack {
  pack: IndexedPack;
  parts: Uint8Array[];
  /** To be called when it is stored, or given up: its memory is free. */
  release: () => void;
}

/** Gathers sealed blobs of one type into a pack. */
export class PackBuilder {
  readonly type: BlobType;
  private readonly blobs: PackedBlob[] = [];
  private readonly parts: Uint8Array[] = [];
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
    this.bytes += packed.length;
    this.headerBytes += headerEntryLength(packed);
  }

  /** Closes the pack with its header and names it. */
  finish(keys: MasterKeys): BuiltPack {
    const header = encrypt(keys, encodePackHeader(this.blobs));
    const headerLength = Buffer.alloc(4);
    headerLength.writeUInt32LE(header.length);
    const parts = [...this.parts, header, headerLength];
    return { pack: { id: sha256OfParts(parts), blobs: this.blobs }, parts, release: () => undefined };
  }
}
