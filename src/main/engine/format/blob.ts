/** The two kinds of blob: file content and directories. They never share a pack. */
export type BlobType = 'data' | 'tree';

/** What encryption adds to a blob, in bytes: nonce and authentication tag. No stored blob is shorter. */
export const LEAST_STORED_BYTES = 32;

/** Where a blob stands in a pack and how long it is there. */
export interface PackedBlob {
  type: BlobType;
  /** SHA-256 of the plain content. */
  id: string;
  /** Where it starts in the pack, in bytes. */
  offset: number;
  /** Bytes it takes in the pack: nonce, ciphertext, authentication tag. */
  length: number;
  /** Bytes of its plain content if it is compressed, else undefined. */
  uncompressedLength?: number;
}
