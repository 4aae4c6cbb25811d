import { type BlobSet, emptyBlobSet } from '../tree-walk/index.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import { isDamage } from '../damage.ts';
import type { BlobType, PackedBlob } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import type { IdSet } from '../format/id-set.ts';
import type { CarriedBlob, ReadingRepository, Uploader } from '../repository/index.ts';

/** Blobs that wait at most: bounds memory, and is many times what lies together in a pack. */
const MOST_WAITING = 64 * 1024;
/** Packs read at a time. */
const LANES = 2;

/** What a transfer needs of the source. */
export type BlobSource = Pick<ReadingRepository, 'index' | 'resealBlobs' | 'loadBlob'>;

/** What was copied, in blobs and bytes. */
export interface TransferCounts {
  blobs: number;
  /** Plain. */
  bytes: number;
  /** In the target. */
  storedBytes: number;
}

/**
 * Carries blobs that the target lacks. They are gathered first and then read pack by pack, neighbours in one request.
 * Each is verified on its way; of one that is damaged other copies are tried.
 */
export class BlobTransfer {
  readonly counts: TransferCounts = { blobs: 0, bytes: 0, storedBytes: 0 };
  /** Blobs that neither the target has nor the source can give. */
  readonly lost: BlobSet = emptyBlobSet();
  readonly #source: BlobSource;
  readonly #onBlob: () => void;
  readonly #signal: AbortSignal;
  #waiting = new Map<Id, PackedBlob[]>();
  #gathered: Record<BlobType, IdSet> = emptyBlobSet();
  #count = 0;

  constructor(source: BlobSource, onBlob: () => void, signal: AbortSignal) {
    this.#source = source;
    this.#onBlob = onBlob;
    this.#signal = signal;
  }

  get hasLost(): boolean {
    return this.lost.data.size + this.lost.tree.size > 0;
  }

  /** Whether enough is gathered to carry it. */
  get isFull(): boolean {
    return this.#count >= MOST_WAITING;
  }

  /** Notes a blob to carry, unless the target has it. */
  want(uploader: Uploader, type: BlobType, id: Id): void {
    if (uploader.has(type, id) || !this.#gathered[type].add(id)) return;
    const location = this.#source.index.find(type, id);
    if (location === undefined) {
      this.lost[type].add(id);
      return;
    }
    const { pack, ...blob } = location;
    const blobs = this.#waiting.get(pack);
    if (blobs === undefined) this.#waiting.set(pack, [blob]);
    else blobs.push(blob);
    this.#count += 1;
  }

  /** Carries all that was gathered. Damage is noted in `lost`; whatever else fails is thrown. */
  async carry(uploader: Uploader): Promise<void> {
    const packs = this.#waiting;
    this.#waiting = new Map();
    this.#gathered = emptyBlobSet();
    this.#count = 0;
    const carryPack = async ([pack, blobs]: [Id, PackedBlob[]]): Promise<void> => await this.#carryPack(pack, blobs, uploader);
    await forEachConcurrently(packs, LANES, carryPack, this.#signal);
  }

  async #carryPack(pack: Id, blobs: readonly PackedBlob[], uploader: Uploader): Promise<void> {
    const missing = new Set(blobs.map(keyOf));
    for await (const carried of this.#read(pack, blobs, uploader)) {
      if (!('sealed' in carried)) continue;
      missing.delete(keyOf(carried.blob));
      const { sealed, length } = carried;
      if (!uploader.claim(sealed.type, sealed.id)) continue;
      const storedLength = sealed.bytes.length;
      await uploader.saveClaimed(sealed);
      this.#note(length, storedLength);
    }
    for (const blob of blobs) if (missing.has(keyOf(blob))) await this.#carryOtherCopy(blob, uploader);
  }

  /** A pack that is gone ends the reading early, without a blob. */
  async *#read(pack: Id, blobs: readonly PackedBlob[], { sealing }: Uploader): AsyncGenerator<CarriedBlob> {
    try {
      yield* this.#source.resealBlobs(pack, blobs, sealing, this.#signal);
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
  }

  async #carryOtherCopy({ type, id }: PackedBlob, uploader: Uploader): Promise<void> {
    let bytes: Uint8Array;
    try {
      bytes = await this.#source.loadBlob(type, id, this.#signal);
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.lost[type].add(id);
      return;
    }
    const saved = await uploader.saveBlob(type, bytes);
    if (saved.isNew) this.#note(saved.length, saved.storedLength);
  }

  #note(bytes: number, storedBytes: number): void {
    this.counts.blobs += 1;
    this.counts.bytes += bytes;
    this.counts.storedBytes += storedBytes;
    this.#onBlob();
  }
}

function keyOf({ type, id }: PackedBlob): string {
  return `${type}/${id}`;
}
