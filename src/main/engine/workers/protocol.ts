import type { Chunking } from '../chunker/index.ts';
import type { MasterKeys } from '../crypto/index.ts';
import type { PackedBlob } from '../format/blob.ts';
import type { TreeNode } from '../format/node.ts';
import type { DirectoryScan, UnsetDetail } from '../filesystem/metadata.ts';

/**
 * What the engine's threads are asked and what they answer. Buffers are transferred, never copied.
 * A task is one request and one final answer; a cut task answers in steps and asks back which blobs are wanted.
 */
export type Request =
  | ScanRequest
  | CutRequest
  | DrainRequest
  | SealRequest
  | OpenRequest
  | WriteRequest
  | ResealRequest
  | VerifyPackRequest;

/** List a directory: names, metadata, attributes. */
export interface ScanRequest {
  kind: 'scan';
  path: string;
}

/** Read, cut and hash; then seal the wanted blobs into the thread's pack. */
export interface CutRequest {
  kind: 'cut';
  /** The upload whose pack takes them: any number that no other upload has. */
  into: number;
  keys: MasterKeys;
  compress: boolean;
  /** The repository's chunker polynomial. */
  polynomial: string;
  chunking: Chunking;
  pieces: Piece[];
}

/** A stretch of input: of a file the thread opens itself, or of bytes that were sent along. */
export type Piece = FilePiece | BytesPiece;

export interface FilePiece {
  kind: 'file';
  path: string;
  offset: number;
  /** Most bytes to read. */
  limit: number;
}

export interface BytesPiece {
  kind: 'bytes';
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether the input ends here. */
  last: boolean;
}

/** What identifies a file's state; two equal stamps mean that it did not change in between. */
export interface FileStamp {
  size: number;
  mtime: bigint;
  ctime: bigint;
  inode: bigint;
}

export interface PieceResult {
  /** Blobs cut from this piece. */
  blobs: number;
  /** Bytes they cover; what was read beyond belongs to the next piece. */
  length: number;
  /** Whether the input ends with this piece. */
  last: boolean;
  /** The file's state when it was opened and when the piece was read; absent for bytes. */
  before?: FileStamp;
  after?: FileStamp;
  /** The operating system's short name of a failure; then nothing was cut. */
  failure?: string;
}

/** First answer to a cut request: the next piece of the same file may start. */
export interface CutResult {
  pieces: PieceResult[];
  /** Bytes of a `bytes` piece after its last cut. */
  rest?: Uint8Array<ArrayBuffer>;
}

/** Second answer: what the blobs are. */
export interface HashResult {
  /** 32 bytes a blob. */
  ids: Uint8Array<ArrayBuffer>;
  /** Plain bytes of each blob. */
  lengths: Uint32Array<ArrayBuffer>;
}

/** Final answer to a cut request: the wanted blobs are sealed, and stand in these packs or in the one the thread goes on filling. */
export interface PackResult {
  /** Sealed bytes of each wanted blob, in order. */
  stored: Uint32Array<ArrayBuffer>;
  packs: FilledPack[];
  /** The memory of `bytes` pieces, which nobody looks at any more: to be filled again. */
  returned: Uint8Array<ArrayBuffer>[];
}

/** A pack ready to be stored: the blobs one after the other, then the header. */
export interface FilledPack {
  id: string;
  blobs: PackedBlob[];
  body: Uint8Array<ArrayBuffer>;
  header: Uint8Array<ArrayBuffer>;
}

/** The upload has ended, well or not: give what stands in the unfinished pack. */
export interface DrainRequest {
  kind: 'drain';
  into: number;
}

/** Sealed blobs one after the other, not yet a pack. */
export type PackRemainder = Pick<FilledPack, 'blobs' | 'body'>;

export interface DrainResult {
  remainder: PackRemainder | undefined;
}

/** Answer to a seal request: the blobs, sealed, one after the other. */
export interface SealResult {
  bytes: Uint8Array<ArrayBuffer>;
  /** Which blob, its sealed length, its plain length if it is compressed or else 0. */
  blobs: { at: number; length: number; uncompressedLength: number }[];
}

/** Compress and encrypt some blobs. */
export interface SealRequest {
  kind: 'seal';
  keys: MasterKeys;
  compress: boolean;
  blobs: Uint8Array[];
}

/** Where a blob stands in the bytes that were sent along, and what it must be. */
export interface SealedPart {
  id: string;
  offset: number;
  length: number;
  uncompressedLength?: number;
}

/** Decrypt, decompress and verify some blobs. */
export interface OpenRequest {
  kind: 'open';
  keys: MasterKeys;
  bytes: Uint8Array<ArrayBuffer>;
  blobs: SealedPart[];
}

export type OpenedBlob =
  | Uint8Array<ArrayBuffer>
  | { damage: 'truncated' | 'wrong-authentication' | 'wrong-hash' | 'wrong-length' | 'not-decompressible' };

export interface OpenResult {
  /** In the order asked for; their memory is shared. */
  blobs: OpenedBlob[];
}

/** Sealed bytes: sent along, or where the thread reads them itself. */
export type SealedBytes = Uint8Array<ArrayBuffer> | FileStretch;

/** A part of a file; all of it without `length`. */
export interface FileStretch {
  path: string | Uint8Array;
  offset: number;
  length?: number;
}

/** Decrypt, decompress and verify some blobs, and write them where they belong. */
export interface WriteRequest {
  kind: 'write';
  keys: MasterKeys;
  bytes: SealedBytes;
  /** Nothing is written to an undefined place. */
  blobs: (SealedPart & { places: readonly (BlobPlace | undefined)[] })[];
}

/** Where a blob's content goes. */
export type BlobPlace = PartOfFile | WholeFile;

/** Into a file that is there and has its length already: what is never written stays a hole. */
export interface PartOfFile {
  kind: 'part';
  /** The same object for every part of the same file: then its path travels once. */
  file: { path: string };
  offset: number;
}

/** As all there is in a new file, which is made under its temporary name and gets its own when it is complete. */
export interface WholeFile {
  kind: 'whole';
  temporary: string;
  path: string;
  /** Whether its content must be durable before it gets its name. */
  durable: boolean;
  details: TreeNode;
}

/** Nothing in it: all is well. `failure`: the operating system's short name; then no whole file is left behind. `unset`: details that could not be given. */
export interface PlaceOutcome {
  failure?: string;
  unset?: UnsetDetail[];
}

/** What did not go as it should with a blob, by its position: it is damaged, or some of its places have something to say. */
export type WriteException = { at: number } & ({ outcomes: (PlaceOutcome | undefined)[] } | Exclude<OpenedBlob, Uint8Array>);

export interface WriteResult {
  exceptions: WriteException[];
}

/** Verify some blobs and seal them for another repository. */
export interface ResealRequest {
  kind: 'reseal';
  keys: MasterKeys;
  bytes: Uint8Array<ArrayBuffer>;
  blobs: SealedPart[];
  /** How the other repository seals. */
  to: { keys: MasterKeys; compress: boolean };
}

/** Where a resealed blob stands in the answer's bytes, its plain length, and the same if it is compressed or else 0. */
export type ResealedBlob =
  | { offset: number; sealedLength: number; length: number; uncompressedLength: number }
  | Exclude<OpenedBlob, Uint8Array>;

export interface ResealResult {
  bytes: Uint8Array<ArrayBuffer>;
  /** In the order asked for. */
  blobs: ResealedBlob[];
}

/** Verify a whole pack by what it says of itself. */
export interface VerifyPackRequest {
  kind: 'verify-pack';
  keys: MasterKeys;
  bytes: SealedBytes;
}

export interface VerifyPackResult {
  /** SHA-256 of the bytes. */
  id: string;
  /** The decrypted header, if it holds. */
  header?: Uint8Array<ArrayBuffer>;
  /** Positions in the header of blobs that do not verify. */
  damaged: number[];
}

export interface Results {
  scan: DirectoryScan;
  cut: PackResult;
  drain: DrainResult;
  seal: SealResult;
  open: OpenResult;
  write: WriteResult;
  reseal: ResealResult;
  'verify-pack': VerifyPackResult;
}

/** Which blobs of a cut task to seal: one byte a blob, 1 for wanted. */
export interface Decision {
  wanted: Uint8Array<ArrayBuffer>;
}

/** `spare`: memory of a pack that is stored, for another. */
export type ToWorker = { task: number; request: Request } | { task: number; decision: Decision } | { spare: ArrayBuffer } | { close: true };

export type FromWorker =
  | { task: number; step: 'cut'; result: CutResult }
  | { task: number; step: 'hashed'; result: HashResult }
  | { task: number; step: 'done'; result: Results[keyof Results] }
  /** The thread could not read the bytes itself, and has done nothing. */
  | { task: number; step: 'unread' }
  | { task: number; step: 'failed'; code: string | undefined; data: unknown; message: string };
