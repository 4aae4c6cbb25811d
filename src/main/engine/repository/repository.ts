import type { LifeboatError } from '../../../shared/errors/index.ts';
import type { FileInfo } from '../backend/backend.ts';
import type { Chunking } from '../chunker/index.ts';
import type { MasterKeys } from '../crypto/index.ts';
import type { BlobType, PackedBlob } from '../format/blob.ts';
import type { RepositoryConfig } from '../format/config.ts';
import type { Id } from '../format/id.ts';
import type { IndexedPack, IndexFile } from '../format/index-file.ts';
import type { Snapshot } from '../format/snapshot.ts';
import type { Tree } from '../format/tree.ts';
import type { BlobPlace, CutResult, Piece, PlaceOutcome } from '../workers/index.ts';

/**
 * What an open repository can do, by what its holder may do: reading, appending, exclusive.
 * Only the exclusive one can delete. A verb asks for the least it needs.
 */

/** Files that are encrypted as a whole and named by the SHA-256 of their bytes. */
export type ListedType = 'data' | 'index' | 'keys' | 'locks' | 'snapshots';

/** Where one stored copy of a blob is. */
export interface BlobLocation extends PackedBlob {
  pack: Id;
}

/** Which blobs the repository has and where. Loaded once a session; grows as packs are added. */
export interface BlobIndex {
  /** Number of entries; a blob stored twice counts twice. */
  readonly size: number;
  has(type: BlobType, id: Id): boolean;
  /** The first known place of a blob. */
  find(type: BlobType, id: Id): BlobLocation | undefined;
  /** Every known place of a blob. */
  findAll(type: BlobType, id: Id): BlobLocation[];
  /** Plain length of a blob in bytes, or undefined if it is not known. */
  plainLength(type: BlobType, id: Id): number | undefined;
  /** Every entry, pack after pack. */
  entries(): Iterable<BlobLocation>;
  /** Every pack that an index file names. */
  packs(): Iterable<Id>;
}

/** A blob that was read and verified, or the reason why not. */
export type ReadBlob = { blob: PackedBlob; bytes: Uint8Array } | { blob: PackedBlob; error: LifeboatError };

/** Says where the content of some blobs goes, each to any number of places. Asked again if they have to be read once more. */
export type PlacesOf<B extends PackedBlob> = (blobs: readonly B[]) => Promise<readonly (readonly (BlobPlace | undefined)[])[]>;

/** A blob that was read, verified and written, with what its places have to say, if anything; or the reason why nothing was written. */
export type PlacedBlob<B extends PackedBlob> =
  | { blob: B; outcomes: readonly (PlaceOutcome | undefined)[] }
  | { blob: B; error: LifeboatError };

/** How a repository seals blobs. Handed from one to another as it is; nobody else looks into it. */
export interface Sealing {
  keys: MasterKeys;
  compress: boolean;
}

/** A blob that was verified and sealed for another repository, with its plain length, or the reason why not. */
export type CarriedBlob = { blob: PackedBlob; sealed: SealedBlob; length: number } | { blob: PackedBlob; error: LifeboatError };

/** What reading a whole pack showed. */
export interface PackVerdict {
  pack: Id;
  /** The pack's own header, if it can be read. */
  header: PackedBlob[] | undefined;
  /** Whether the SHA-256 of its bytes is its name. */
  nameMatches: boolean;
  /** Blobs of the header whose content does not verify. */
  damaged: PackedBlob[];
}

export interface ReadingRepository {
  readonly location: string;
  readonly config: RepositoryConfig;
  /** The key file the password opened. */
  readonly keyId: Id;

  /** All files of a type. */
  list(type: ListedType, signal?: AbortSignal): Promise<FileInfo[]>;
  loadSnapshot(id: Id, signal?: AbortSignal): Promise<Snapshot>;
  loadIndexFile(id: Id, signal?: AbortSignal): Promise<IndexFile>;
  /**
   * Loads every index file, once a session. List the snapshots *before*: a snapshot seen is then fully indexed.
   * Index files that cannot be read are left out and returned.
   */
  loadIndex(options?: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void }): Promise<{ unreadable: Id[] }>;
  /** Index files whose content stands in others that were read; known after loadIndex. */
  readonly supersededIndexFiles: ReadonlySet<Id>;
  /** The loaded index; empty before loadIndex. */
  readonly index: BlobIndex;
  /** One blob's verified plain content. If one copy is damaged, further copies are tried. */
  loadBlob(type: BlobType, id: Id, signal?: AbortSignal): Promise<Uint8Array>;
  loadTree(id: Id, signal?: AbortSignal): Promise<Tree>;
  /** Reads some blobs of one pack, with neighbours in one request, decrypted and verified by the workers; in pack order. */
  readBlobs(pack: Id, blobs: readonly PackedBlob[], signal?: AbortSignal): AsyncIterable<ReadBlob>;
  /** The same, but the workers write the content where it belongs: it never comes here. Tells of blobs that were read together at once. */
  placeBlobs<B extends PackedBlob>(
    pack: Id,
    blobs: readonly B[],
    placesOf: PlacesOf<B>,
    signal?: AbortSignal,
  ): AsyncIterable<readonly PlacedBlob<B>[]>;
  /** The same, sealed for where `to` is of; what is sealed alike there goes over as it is. */
  resealBlobs(pack: Id, blobs: readonly PackedBlob[], to: Sealing, signal?: AbortSignal): AsyncIterable<CarriedBlob>;
  /** Reads only a pack's header. `size` is the pack file's length in bytes. */
  loadPackHeader(pack: Id, size: number, signal?: AbortSignal): Promise<PackedBlob[]>;
  /** Reads a whole pack and verifies all of it. */
  verifyPack(pack: Id, signal?: AbortSignal): Promise<PackVerdict>;
}

/** What saving a blob did. */
export interface SavedBlob {
  id: Id;
  /** False if the repository had it. */
  isNew: boolean;
  /** Plain bytes. */
  length: number;
  /** Bytes it takes in the repository; 0 if it is not new. */
  storedLength: number;
}

/** A blob already compressed and encrypted for this repository. */
export interface SealedBlob {
  type: BlobType;
  id: Id;
  /** Nonce, ciphertext, tag. */
  bytes: Uint8Array;
  uncompressedLength?: number;
}

/** Input on its way through a thread into the repository. */
export interface CutSaving {
  /** What was read of each piece; the next piece of the same input may start. */
  cut: Promise<CutResult>;
  /** The blobs of all pieces, in order. */
  saved: Promise<SavedBlob[]>;
}

/** Hears of memory that may be filled again. */
export type OnReturned = (memory: readonly Uint8Array<ArrayBuffer>[]) => void;

/** Lives inside `withUploader`; fills packs and stores them while the next are filled. */
export interface Uploader {
  /** How blobs have to be sealed for `saveClaimed`. */
  readonly sealing: Sealing;
  /** Whether the blob is stored or about to be. */
  has(type: BlobType, id: Id): boolean;
  /** True if the repository lacks the blob and nobody else is about to save it: then the caller must, by `saveClaimed`. `force`: even if it is stored. */
  claim(type: BlobType, id: Id, options?: { force?: boolean }): boolean;
  /** Adds a claimed, sealed blob to a pack; resolves when there is room for more. */
  saveClaimed(blob: SealedBlob): Promise<void>;
  /**
   * Cuts input into blobs and stores those the repository lacks. Resolves when a thread is free for it. `onReturned` gets
   * the memory of `bytes` pieces when the threads are done with it: fresh memory costs more than filling it.
   */
  saveCut(pieces: Piece[], chunking: Chunking, onReturned?: OnReturned): Promise<CutSaving>;
  /** Takes over what packs hold that are stored already and named in no index; an index file will name them. */
  adopt(packs: readonly IndexedPack[]): void;
  /** Stores plain content unless the repository has it (`force`: even then). */
  saveBlob(type: BlobType, bytes: Uint8Array, options?: { force?: boolean }): Promise<SavedBlob>;
}

export interface AppendingRepository extends ReadingRepository {
  /**
   * Runs `work` with an uploader. When it resolves, every pack and then the index files that name them are durable.
   * If it throws, packs already durable are indexed too, so that the next run need not store them again.
   * `dryRun` does all of it except storing.
   */
  withUploader<T>(work: (uploader: Uploader) => Promise<T>, options?: { signal?: AbortSignal; dryRun?: boolean }): Promise<T>;
  /** Stores a snapshot file; our lock stands before and after. `lock-lost`, `save-lost`. */
  saveSnapshot(snapshot: Snapshot): Promise<Id>;
}

export interface ExclusiveRepository extends AppendingRepository {
  /** Removes what interrupted saves left behind; how many files. Nobody else is saving while this session is open. */
  sweepTemporary(signal?: AbortSignal): Promise<number>;
  removeFile(type: ListedType, id: Id): Promise<void>;
  /** Writes index files that name exactly `packs`, durable on return; their ids. */
  saveIndexFiles(packs: Iterable<IndexedPack>, signal?: AbortSignal): Promise<Id[]>;
  /** Takes `packs` for the whole index; they may be read from the present index while they are taken. */
  resetIndex(packs: Iterable<IndexedPack>): void;
}
