import { throwIfAborted } from '../abort.ts';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Id } from '../format/id.ts';
import type { BlobLocation, PlacedBlob, ReadingRepository } from '../repository/index.ts';
import { isDamage } from '../damage.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import type { BlobPlace, PlaceOutcome } from '../workers/index.ts';
import { SEAL_OVERHEAD } from '../crypto/index.ts';
import type { ContentTable } from './content-table.ts';
import type { RestorePlan } from './restore-plan.ts';

/** Packs that are read at the same time; the repository reads ahead in each. */
const CONCURRENT_PACKS = 2;

/** Knows where content goes, and hears what became of it. */
export interface BlobSink {
  /** Makes what the content of these blobs is going to be written into. */
  begin(blobs: readonly number[]): Promise<void>;
  /** Where a blob's content has to be written, after `begin`; `placed` must follow unless that comes to nothing. */
  placesOf(blob: number): (BlobPlace | undefined)[];
  /** What became of it at each of its places. */
  placed(blob: number, outcomes: readonly (PlaceOutcome | undefined)[]): Promise<void>;
  /** A blob's verified content, to be written by the sink itself. */
  deliver(blob: number, bytes: Uint8Array): Promise<void>;
  /** A blob that cannot be had from anywhere. */
  lose(blob: number, cause: LifeboatError): Promise<void>;
}

/** Reads every pack of the plan once and has the threads write what it gives. */
export async function fetchPacks(repository: ReadingRepository, plan: RestorePlan, sink: BlobSink, signal: AbortSignal): Promise<void> {
  const fetcher = new PackFetcher(repository, plan.table, sink, signal);
  await forEachConcurrently(
    plan.fetch.packs.entries(),
    CONCURRENT_PACKS,
    ([pack, id]) => fetcher.fetch(id, plan.fetch.blobsOf(pack)),
    signal,
  );
}

/** A blob as it stands in its pack, with its number in the plan. */
interface WantedBlob extends BlobLocation {
  number: number;
}

class PackFetcher {
  readonly #repository: ReadingRepository;
  readonly #table: ContentTable;
  readonly #sink: BlobSink;
  readonly #signal: AbortSignal;

  constructor(repository: ReadingRepository, table: ContentTable, sink: BlobSink, signal: AbortSignal) {
    this.#repository = repository;
    this.#table = table;
    this.#sink = sink;
    this.#signal = signal;
  }

  async fetch(pack: Id, blobs: readonly number[]): Promise<void> {
    const outstanding = new Set(blobs);
    const placesOf = async (wanted: readonly WantedBlob[]): Promise<(BlobPlace | undefined)[][]> => {
      throwIfAborted(this.#signal);
      await this.#sink.begin(wanted.map(({ number }) => number));
      return wanted.map(({ number }) => this.#sink.placesOf(number));
    };
    try {
      for await (const run of this.#repository.placeBlobs(pack, this.#locations(pack, blobs), placesOf, this.#signal)) {
        for (const read of run) if (outstanding.delete(read.blob.number)) await this.#take(read);
      }
    } catch (error) {
      await this.#replaceAll(outstanding, rethrowUnlessDamage(error));
      return;
    }
    await this.#replaceAll(outstanding, new LifeboatError('file-damaged', { type: 'data', name: pack, detail: 'truncated' }));
  }

  /** Places were computed from the length the index gives first; a copy of another length would fall out of place. */
  #locations(pack: Id, blobs: readonly number[]): WantedBlob[] {
    const { index } = this.#repository;
    return blobs.flatMap((number) => {
      const id = this.#table.idOf(number);
      const fits = (copy: BlobLocation): boolean => copy.pack === pack && plainLengthOf(copy) === this.#table.lengthOf(number);
      const first = index.find('data', id);
      const copy = first && fits(first) ? first : index.findAll('data', id).find(fits);
      return copy ? { ...copy, number } : [];
    });
  }

  async #take(read: PlacedBlob<WantedBlob>): Promise<void> {
    const { number } = read.blob;
    if ('error' in read) await this.#replace(number, rethrowUnlessDamage(read.error));
    else await this.#sink.placed(number, read.outcomes);
  }

  async #replaceAll(blobs: ReadonlySet<number>, cause: LifeboatError): Promise<void> {
    for (const blob of blobs) await this.#replace(blob, cause);
  }

  /** The blob's other copies, if there are any, are its second chance. */
  async #replace(blob: number, cause: LifeboatError): Promise<void> {
    const id = this.#table.idOf(blob);
    if (this.#repository.index.findAll('data', id).length < 2) {
      await this.#sink.lose(blob, cause);
      return;
    }
    let bytes: Uint8Array;
    try {
      bytes = await this.#repository.loadBlob('data', id, this.#signal);
    } catch (error) {
      await this.#sink.lose(blob, rethrowUnlessDamage(error));
      return;
    }
    if (bytes.length === this.#table.lengthOf(blob)) return await this.#sink.deliver(blob, bytes);
    const pack = this.#repository.index.find('data', id)?.pack ?? '';
    await this.#sink.lose(blob, new LifeboatError('blob-damaged', { blob: id, pack, detail: 'wrong-length' }));
  }
}

function plainLengthOf({ length, uncompressedLength }: BlobLocation): number {
  return uncompressedLength ?? length - SEAL_OVERHEAD;
}

function rethrowUnlessDamage(error: unknown): LifeboatError {
  if (!isDamage(error)) throw error;
  return error;
}
