import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Id } from '../format/id.ts';
import type { BlobLocation, ReadBlob, ReadingRepository } from '../repository/index.ts';
import { isDamage } from '../damage.ts';
import { forEachConcurrently, type WorkWindow } from '../concurrency/index.ts';
import type { ContentTable } from './content-table.ts';
import type { RestorePlan } from './restore-plan.ts';

/** Packs that are read at the same time; the repository reads ahead in each. */
const CONCURRENT_PACKS = 2;

/** What takes the content that arrives. */
export interface BlobSink {
  /** A blob's verified content. */
  deliver(blob: number, bytes: Uint8Array): Promise<void>;
  /** A blob that cannot be had from anywhere. */
  lose(blob: number, cause: LifeboatError): Promise<void>;
}

/** Reads every pack of the plan once and hands on what it gives, as far as `window` has room. */
export async function fetchPacks(
  repository: ReadingRepository,
  plan: RestorePlan,
  sink: BlobSink,
  window: WorkWindow,
  signal: AbortSignal,
): Promise<void> {
  const fetcher = new PackFetcher(repository, plan.table, sink, window, signal);
  await forEachConcurrently(
    plan.fetch.packs.entries(),
    CONCURRENT_PACKS,
    ([pack, id]) => fetcher.fetch(id, plan.fetch.blobsOf(pack)),
    signal,
  );
}

class PackFetcher {
  readonly #repository: ReadingRepository;
  readonly #table: ContentTable;
  readonly #sink: BlobSink;
  readonly #window: WorkWindow;
  readonly #signal: AbortSignal;

  constructor(repository: ReadingRepository, table: ContentTable, sink: BlobSink, window: WorkWindow, signal: AbortSignal) {
    this.#repository = repository;
    this.#table = table;
    this.#sink = sink;
    this.#window = window;
    this.#signal = signal;
  }

  async fetch(pack: Id, blobs: readonly number[]): Promise<void> {
    const outstanding = new Set(blobs);
    try {
      for await (const read of this.#repository.readBlobs(pack, this.#locations(pack, blobs), this.#signal)) {
        const blob = this.#table.numberOf(read.blob.id);
        if (blob === undefined || !outstanding.delete(blob)) continue;
        await this.#handOn(blob, read);
      }
    } catch (error) {
      await this.#replaceAll(outstanding, rethrowUnlessDamage(error));
      return;
    }
    await this.#replaceAll(outstanding, new LifeboatError('file-damaged', { type: 'data', name: pack, detail: 'truncated' }));
  }

  #locations(pack: Id, blobs: readonly number[]): BlobLocation[] {
    return blobs.flatMap((blob) => {
      const location = this.#repository.index.findAll('data', this.#table.idOf(blob)).find((candidate) => candidate.pack === pack);
      return location ? [location] : [];
    });
  }

  async #handOn(blob: number, read: ReadBlob): Promise<void> {
    if ('error' in read) await this.#replace(blob, rethrowUnlessDamage(read.error));
    else await this.#take(blob, read.bytes);
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
    await this.#take(blob, bytes);
  }

  /** Places were computed from the length the index gives; content of another length would fall out of place. */
  async #take(blob: number, bytes: Uint8Array): Promise<void> {
    if (bytes.length === this.#table.lengthOf(blob)) {
      await this.#window.begin(bytes.length, () => this.#sink.deliver(blob, bytes));
      return;
    }
    const id = this.#table.idOf(blob);
    const pack = this.#repository.index.find('data', id)?.pack ?? '';
    await this.#sink.lose(blob, new LifeboatError('blob-damaged', { blob: id, pack, detail: 'wrong-length' }));
  }
}

function rethrowUnlessDamage(error: unknown): LifeboatError {
  if (!isDamage(error)) throw error;
  return error;
}
