import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Clock } from '../../../shared/model/clock.ts';
import type { Backend, FileInfo, Handle } from '../backend/backend.ts';
import type { MasterKeys } from '../crypto/index.ts';
import type { BlobType, PackedBlob } from '../format/blob.ts';
import type { RepositoryConfig } from '../format/config.ts';
import type { Id } from '../format/id.ts';
import { isDamage } from '../damage.ts';
import { decodeIndex, type IndexFile } from '../format/index-file.ts';
import { decodePackHeader } from '../format/pack-header.ts';
import { decodeSnapshot, type Snapshot } from '../format/snapshot.ts';
import { decodeTree, type Tree } from '../format/tree.ts';
import type { WorkerPool } from '../workers/index.ts';
import { loadIndexFiles } from './index/load-index.ts';
import { MemoryIndex } from './index/memory-index.ts';
import type { HasKeyRing, KeyRing } from './keys/index.ts';
import { loadPackHeader } from './pack/load-header.ts';
import { placeBlobs } from './place-blobs.ts';
import { readBlob, readBlobs } from './read-blobs.ts';
import type {
  BlobIndex,
  CarriedBlob,
  ListedType,
  PackVerdict,
  PlacedBlob,
  PlacesOf,
  ReadBlob,
  ReadingRepository,
  Sealing,
} from './repository.ts';
import { resealBlobs } from './reseal-blobs.ts';
import { onSealedBytes } from './sealed-bytes.ts';
import { SealedFiles } from './sealed-files.ts';

/** What an opened repository is made of. */
export interface RepositoryParts {
  backend: Backend;
  config: RepositoryConfig;
  keys: MasterKeys;
  keyId: Id;
  workers: WorkerPool;
  clock: Clock;
  /** Fails with `lock-lost` if our lock does not stand any more. `look`: ask the place, whatever we believe. */
  assertLocked: (options?: { look?: boolean }) => Promise<void>;
}

/** An open repository for reading. */
export class RepositoryReader implements ReadingRepository, HasKeyRing {
  readonly parts: RepositoryParts;
  protected readonly files: SealedFiles;
  protected readonly memoryIndex = new MemoryIndex();
  protected readonly indexFiles: { live: FileInfo[]; superseded: Set<Id> } = { live: [], superseded: new Set() };
  private loading: Promise<{ unreadable: Id[] }> | undefined;

  constructor(parts: RepositoryParts) {
    this.parts = parts;
    this.files = new SealedFiles(parts.backend, parts.keys, parts.config.version);
  }

  get location(): string {
    return this.parts.backend.location;
  }

  get config(): RepositoryConfig {
    return this.parts.config;
  }

  get keyRing(): KeyRing {
    return { backend: this.parts.backend, masterKeys: this.parts.keys, keyId: this.parts.keyId };
  }

  get keyId(): Id {
    return this.parts.keyId;
  }

  get index(): BlobIndex {
    return this.memoryIndex;
  }

  get supersededIndexFiles(): ReadonlySet<Id> {
    return this.indexFiles.superseded;
  }

  async list(type: ListedType, signal?: AbortSignal): Promise<FileInfo[]> {
    return await Array.fromAsync(this.parts.backend.list(type, signal));
  }

  async loadSnapshot(id: Id, signal?: AbortSignal): Promise<Snapshot> {
    return await this.files.load('snapshots', id, decodeSnapshot, signal);
  }

  async loadIndexFile(id: Id, signal?: AbortSignal): Promise<IndexFile> {
    return await this.files.load('index', id, decodeIndex, signal);
  }

  async loadIndex(
    options: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {},
  ): Promise<{ unreadable: Id[] }> {
    this.loading ??= this.loadWholeIndex(options);
    try {
      return await this.loading;
    } catch (error) {
      this.loading = undefined;
      throw error;
    }
  }

  async loadBlob(type: BlobType, id: Id, signal?: AbortSignal): Promise<Uint8Array> {
    let failure: LifeboatError | undefined;
    for (const { pack, ...blob } of this.memoryIndex.findAll(type, id)) {
      try {
        const read = await readBlob(this.reading, pack, blob, signal);
        if ('bytes' in read) return read.bytes;
        failure = read.error;
      } catch (error) {
        if (!isDamage(error)) throw error;
        failure = error;
      }
    }
    throw failure ?? new LifeboatError('blob-not-found', { blob: id, type });
  }

  async loadTree(id: Id, signal?: AbortSignal): Promise<Tree> {
    return decodeTree(id, await this.loadBlob('tree', id, signal));
  }

  readBlobs(pack: Id, blobs: readonly PackedBlob[], signal?: AbortSignal): AsyncIterable<ReadBlob> {
    return readBlobs(this.reading, pack, blobs, signal);
  }

  placeBlobs<B extends PackedBlob>(
    pack: Id,
    blobs: readonly B[],
    placesOf: PlacesOf<B>,
    signal?: AbortSignal,
  ): AsyncIterable<readonly PlacedBlob<B>[]> {
    return placeBlobs(this.reading, pack, blobs, placesOf, signal);
  }

  resealBlobs(pack: Id, blobs: readonly PackedBlob[], to: Sealing, signal?: AbortSignal): AsyncIterable<CarriedBlob> {
    return resealBlobs(this.reading, pack, blobs, to, signal);
  }

  async loadPackHeader(pack: Id, size: number, signal?: AbortSignal): Promise<PackedBlob[]> {
    return await loadPackHeader(this.parts.backend, this.parts.keys, pack, size, signal);
  }

  async verifyPack(pack: Id, signal?: AbortSignal): Promise<PackVerdict> {
    const { backend, keys, workers } = this.parts;
    const handle: Handle = { type: 'data', name: pack };
    const verdict = await onSealedBytes(
      backend,
      { handle, signal },
      async (bytes, transfer) => await workers.run({ kind: 'verify-pack', keys, bytes }, transfer),
    );
    const header = verdict.header && decodePackHeader(verdict.header);
    const damaged = header ? verdict.damaged.map((at) => header[at] as PackedBlob) : [];
    return { pack, header, nameMatches: verdict.id === pack, damaged };
  }

  private get reading(): { backend: Backend; keys: MasterKeys; workers: WorkerPool } {
    return this.parts;
  }

  /** A file that vanished between listing and reading was replaced by another: listed again until nothing vanishes. */
  private async loadWholeIndex(options: {
    signal?: AbortSignal;
    onProgress?: (done: number, total: number) => void;
  }): Promise<{ unreadable: Id[] }> {
    const seen = new Set<Id>();
    const unreadable: Id[] = [];
    for (;;) {
      const list = (await this.list('index', options.signal)).filter((file) => !seen.has(file.name));
      for (const file of list) seen.add(file.name);
      const loaded = await loadIndexFiles(this.files, list, this.memoryIndex, options);
      unreadable.push(...loaded.unreadable);
      this.indexFiles.live.push(...loaded.live);
      for (const id of loaded.superseded) this.indexFiles.superseded.add(id);
      if (loaded.vanished.length === 0) return { unreadable: unreadable.filter((id) => !this.indexFiles.superseded.has(id)) };
    }
  }
}
