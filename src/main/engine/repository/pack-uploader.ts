import { asLifeboatError, type LifeboatError } from '../../../shared/errors/index.ts';
import type { Clock } from '../../../shared/model/clock.ts';
import type { Backend, FileInfo, Handle } from '../backend/backend.ts';
import type { Chunking } from '../chunker/index.ts';
import { Gate } from '../concurrency/index.ts';
import { type MasterKeys, sha256 } from '../crypto/index.ts';
import type { BlobType } from '../format/blob.ts';
import type { RepositoryConfig } from '../format/config.ts';
import { hexOf, type Id, ID_BYTES } from '../format/id.ts';
import type { IndexedPack } from '../format/index-file.ts';
import type { CutTaskHandle, FilledPack, PackRemainder, Piece, WorkerPool } from '../workers/index.ts';
import { IndexWriter } from './index/index-writer.ts';
import type { MemoryIndex } from './index/memory-index.ts';
import { gatherSmall } from './index/merge-small.ts';
import { type BuiltPack, PackBuilder } from './pack/pack-builder.ts';
import type { CutSaving, OnReturned, SavedBlob, SealedBlob, Sealing, Uploader } from './repository.ts';
import type { SealedFiles } from './sealed-files.ts';

/** Packs on their way at a time: hides the wait for the disk or the line, and bounds memory. */
const MOST_UPLOADS = 2;
/** Cuts between reading and being packed at a time: where the place is slower than the threads, reading waits for it. */
const CUTS_PER_THREAD = 2;
/** Milliseconds after which packs are indexed although the work goes on, so that a killed run is not all for nothing. */
const INDEX_INTERVAL = 5 * 60 * 1000;

export interface UploadParts {
  backend: Backend;
  files: SealedFiles;
  keys: MasterKeys;
  index: MemoryIndex;
  /** The index files that were loaded. */
  indexFiles: { live: readonly FileInfo[]; superseded: ReadonlySet<Id> };
  workers: WorkerPool;
  config: RepositoryConfig;
  clock: Clock;
  /** Fails if our lock is lost or never stood; asked before anything is written. */
  assertLocked: () => Promise<void>;
}

/** Tells the threads which upload a blob belongs to: several may share a pool. */
let uploads = 0;

/** Fills packs, stores them while the next are filled, and indexes what is durable. */
export class PackUploader implements Uploader {
  private readonly parts: UploadParts;
  private readonly signal: AbortSignal | undefined;
  private readonly writer: IndexWriter;
  private readonly underWay: Gate;
  private readonly builders: Record<BlobType, PackBuilder> = { data: new PackBuilder('data'), tree: new PackBuilder('tree') };
  private readonly onTheirWay: Record<BlobType, Set<Id>> = { data: new Set(), tree: new Set() };
  private readonly number = ++uploads;
  private readonly cuts = new Set<Promise<unknown>>();
  private readonly uploads = new Set<Promise<void>>();
  private readonly adopted: IndexedPack[] = [];
  private failure: LifeboatError | undefined;
  private indexedAt: number;
  private indexing: Promise<void> = Promise.resolve();

  constructor(parts: UploadParts, signal: AbortSignal | undefined) {
    this.parts = parts;
    this.signal = signal;
    this.writer = new IndexWriter(parts.files);
    this.underWay = new Gate(parts.workers.threads * CUTS_PER_THREAD);
    this.indexedAt = parts.clock.uptime();
  }

  get sealing(): Sealing {
    return { keys: this.parts.keys, compress: this.compress };
  }

  has(type: BlobType, id: Id): boolean {
    return this.onTheirWay[type].has(id) || this.parts.index.has(type, id);
  }

  claim(type: BlobType, id: Id, options: { force?: boolean } = {}): boolean {
    if (this.onTheirWay[type].has(id)) return false;
    if (!options.force && this.parts.index.has(type, id)) return false;
    this.onTheirWay[type].add(id);
    return true;
  }

  async saveBlob(type: BlobType, bytes: Uint8Array, options: { force?: boolean } = {}): Promise<SavedBlob> {
    const id = sha256(bytes);
    const { length } = bytes;
    if (!this.claim(type, id, options)) return { id, isNew: false, length, storedLength: 0 };
    const sealed = await this.parts.workers.run({ kind: 'seal', keys: this.parts.keys, compress: this.compress, blobs: [alone(bytes)] });
    await this.saveClaimed(sealedBlob(type, id, sealed.bytes, sealed.blobs[0]?.uncompressedLength));
    return { id, isNew: true, length, storedLength: sealed.bytes.length };
  }

  async saveCut(pieces: Piece[], chunking: Chunking, onReturned?: OnReturned): Promise<CutSaving> {
    const leave = await this.underWay.enter();
    try {
      if (this.failure) throw this.failure;
      const begun = this.beginCut(pieces, chunking);
      const saved = begun.then(async (task) => await this.saveHashed(task, onReturned)).finally(leave);
      this.track(saved);
      return { cut: (await begun).cut, saved };
    } catch (error) {
      leave();
      throw error;
    }
  }

  async saveClaimed(blob: SealedBlob): Promise<void> {
    if (this.failure) throw this.failure;
    const builder = this.builders[blob.type];
    builder.add(blob);
    if (!builder.isFull) return;
    this.builders[blob.type] = new PackBuilder(blob.type);
    await this.upload(builder.finish(this.parts.keys));
  }

  adopt(packs: readonly IndexedPack[]): void {
    for (const pack of packs) {
      this.parts.index.addPack(pack);
      this.adopted.push(pack);
    }
  }

  /** Stores what is left; when it resolves, all packs and the index files that name them are durable. */
  async finish(): Promise<void> {
    for (const remainder of await this.parts.workers.drain(this.number)) await this.saveRemainder(remainder);
    for (const builder of Object.values(this.builders)) if (!builder.isEmpty) await this.upload(builder.finish(this.parts.keys));
    await this.settle();
    if (this.failure) throw this.failure;
    await this.indexAdopted();
    if (!this.writer.isEmpty) await this.mergeSmallIndexes();
    await this.writeIndex(this.signal);
  }

  /** As many index files as it takes; the last goes with what is new. */
  private async indexAdopted(): Promise<void> {
    for (const pack of this.adopted.splice(0)) {
      this.writer.add(pack);
      if (this.writer.isFull) await this.writeIndex(this.signal);
    }
  }

  /** Small index files pile up backup by backup; every now and then they are taken over into the new one. */
  private async mergeSmallIndexes(): Promise<void> {
    const { files, indexFiles } = this.parts;
    const merged = await gatherSmall(files, indexFiles, this.writer.room, this.signal);
    if (merged) this.writer.merge(merged);
  }

  /** After a failure: takes nothing more, waits for packs on their way and indexes those that arrived, as far as that still works. */
  async abandon(cause: unknown): Promise<void> {
    this.failure ??= asLifeboatError(cause);
    while (this.cuts.size > 0) await Promise.allSettled(this.cuts);
    await this.parts.workers.drain(this.number).catch(() => undefined);
    await this.settle().catch(() => undefined);
    await this.writeIndex(undefined).catch(() => undefined);
  }

  private get compress(): boolean {
    return this.parts.config.version >= 2;
  }

  private async beginCut(pieces: Piece[], chunking: Chunking): Promise<CutTaskHandle> {
    const { keys, config, workers } = this.parts;
    const transfer = pieces.flatMap((piece) => (piece.kind === 'bytes' ? [piece.bytes.buffer] : []));
    const polynomial = config.chunker_polynomial;
    const request = { kind: 'cut', into: this.number, keys, compress: this.compress, polynomial, chunking, pieces } as const;
    return await workers.cut(request, transfer);
  }

  /** Whoever abandons the upload must know when the threads are done with it. */
  private track(cut: Promise<unknown>): void {
    this.cuts.add(cut);
    const forget = (): void => void this.cuts.delete(cut);
    cut.then(forget, forget);
  }

  /** Claims what is new among the hashed blobs, has it sealed into packs, and stores those that are full. */
  private async saveHashed(task: CutTaskHandle, onReturned?: OnReturned): Promise<SavedBlob[]> {
    const { ids, lengths } = await task.hashed;
    const wanted = new Uint8Array(lengths.length);
    const saved = Array.from(lengths, (length, at): SavedBlob => {
      const id = hexOf(ids, at * ID_BYTES);
      const isNew = !this.failure && this.claim('data', id);
      if (isNew) wanted[at] = 1;
      return { id, isNew, length, storedLength: 0 };
    });
    const { stored, packs, returned } = await task.seal(wanted);
    onReturned?.(returned);
    let next = 0;
    for (const blob of saved) if (blob.isNew) blob.storedLength = stored[next++] as number;
    for (const pack of packs) await this.upload(this.builtPack(pack));
    return saved;
  }

  private builtPack({ id, blobs, body, header }: FilledPack): BuiltPack {
    return { pack: { id, blobs }, parts: [body, header], release: () => this.parts.workers.recycle(body.buffer) };
  }

  /** What the threads' last packs hold goes into common ones: a small backup makes one pack, however many threads there are. */
  private async saveRemainder({ blobs, body }: PackRemainder): Promise<void> {
    for (const { type, id, offset, length, uncompressedLength } of blobs) {
      await this.saveClaimed(sealedBlob(type, id, body.subarray(offset, offset + length), uncompressedLength));
    }
  }

  private async settle(): Promise<void> {
    await Promise.all(this.uploads);
    await this.indexing;
  }

  /** Resolves as soon as another pack may be filled, not when this one is stored. */
  private async upload(built: BuiltPack): Promise<void> {
    while (this.uploads.size >= MOST_UPLOADS) await Promise.race(this.uploads);
    if (this.failure) throw this.failure;
    const upload = this.storeOrFail(built);
    this.uploads.add(upload);
    void upload.finally(() => this.uploads.delete(upload));
  }

  /** Never throws: the failure shows at whoever adds the next blob, or at the end. */
  private async storeOrFail(built: BuiltPack): Promise<void> {
    try {
      await this.store(built);
    } catch (error) {
      this.failure ??= asLifeboatError(error);
    } finally {
      built.release();
    }
  }

  private async store({ pack, parts }: BuiltPack): Promise<void> {
    await this.parts.assertLocked();
    const holdsTrees = pack.blobs.every(({ type }) => type === 'tree');
    const handle: Handle = { type: 'data', name: pack.id, ...(holdsTrees && { holdsTrees }) };
    await this.parts.backend.save(handle, parts, this.signal);
    this.parts.index.addPack(pack);
    this.writer.add(pack);
    for (const blob of pack.blobs) this.onTheirWay[blob.type].delete(blob.id);
    const due = this.writer.isFull || this.parts.clock.uptime() - this.indexedAt > INDEX_INTERVAL;
    if (!due) return;
    this.indexedAt = this.parts.clock.uptime();
    const previous = this.indexing;
    this.indexing = this.writeIndexAfter(previous);
    await this.indexing;
  }

  private async writeIndexAfter(previous: Promise<void>): Promise<void> {
    await previous;
    await this.writeIndex(this.signal);
  }

  private async writeIndex(signal: AbortSignal | undefined): Promise<void> {
    if (this.writer.isEmpty) return;
    await this.parts.assertLocked();
    await this.writer.flush(signal);
  }
}

function sealedBlob(type: BlobType, id: Id, bytes: Uint8Array, uncompressedLength: number | undefined): SealedBlob {
  return uncompressedLength ? { type, id, bytes, uncompressedLength } : { type, id, bytes };
}

/** Sent to a thread, a view would take along all the memory it looks into. */
function alone(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
