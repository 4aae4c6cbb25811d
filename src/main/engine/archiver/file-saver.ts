import { asLifeboatError, type LifeboatError } from '../../../shared/errors/index.ts';
import { throwIfAborted } from '../abort.ts';
import { type Chunking, DEFAULT_CHUNKING } from '../chunker/index.ts';
import type { SavedBlob, Uploader } from '../repository/index.ts';
import type { FilePiece, PieceResult } from '../workers/index.ts';
import { Gate } from '../concurrency/index.ts';
import { saveLargeFile } from './large-file.ts';
import { type FileOutcome, isSameStamp } from './saved-file.ts';
import type { SourceContent } from './source/backup-source.ts';
import { saveStream } from './stream.ts';

/** Small files go to the threads in batches of up to this many files and bytes: a message each would cost more than they do. */
const BATCH_FILES = 200;
const BATCH_BYTES = 6 * 1024 * 1024;
/** Files that may wait or be worked on at a time; bounds memory. */
const MOST_FILES = 1500;
/** Large files read at a time; more would make a disk's head jump. */
const LARGE_FILES = 2;
/** Read beyond the size a file had when it was listed, to see that it ends there. */
const SLACK = 4096;

/** How to save a file. */
export interface FileJob {
  /** Bytes it had when it was listed. */
  size: number;
  chunking: Chunking;
  /** Hears of bytes read of a file that takes long. */
  onRead: (bytes: number) => void;
}

/** `outgrown`: the file is larger than when it was listed, and must be read in stretches. */
type BatchOutcome = FileOutcome | 'outgrown';

interface BatchedFile {
  piece: FilePiece;
  outcome: PromiseWithResolvers<BatchOutcome>;
}

/** Sends files through the threads into the repository: small ones in batches, large ones in stretches. */
export class FileSaver {
  private readonly uploader: Uploader;
  private readonly signal: AbortSignal | undefined;
  private readonly largeGate = new Gate(LARGE_FILES);
  private batch: BatchedFile[] = [];
  private batchBytes = 0;
  private waiting = 0;
  private failure: LifeboatError | undefined;
  private wakeWalker: (() => void) | undefined;

  constructor(uploader: Uploader, signal: AbortSignal | undefined) {
    this.uploader = uploader;
    this.signal = signal;
  }

  /** Resolves when another file may be handed in; throws if the work has failed. */
  async room(): Promise<void> {
    while (this.waiting >= MOST_FILES && !this.failure) {
      this.flush();
      await new Promise<void>((resolve) => {
        this.wakeWalker = resolve;
      });
    }
    if (this.failure) throw this.failure;
    throwIfAborted(this.signal);
  }

  /** Saves one file. The outcome may wait for `flush`. */
  async save(content: SourceContent, job: FileJob): Promise<FileOutcome> {
    this.waiting += 1;
    try {
      return await this.dispatch(content, job);
    } catch (error) {
      this.fail(error);
      throw error;
    } finally {
      this.waiting -= 1;
      this.wakeWalker?.();
    }
  }

  /** As `save`, without waiting for files to go with it: what is read again may come when nobody flushes any more. */
  async saveNow(content: SourceContent, job: FileJob): Promise<FileOutcome> {
    const outcome = this.save(content, job);
    this.flush();
    return await outcome;
  }

  /** Makes the work stop: nothing more is taken in. */
  fail(error: unknown): void {
    this.failure ??= asLifeboatError(error);
    this.wakeWalker?.();
  }

  /** Sends the batch on its way although it is not full. */
  flush(): void {
    const files = this.batch;
    this.batch = [];
    this.batchBytes = 0;
    if (files.length > 0) void this.saveBatch(files);
  }

  private async dispatch(content: SourceContent, { size, chunking, onRead }: FileJob): Promise<FileOutcome> {
    if (content.kind === 'stream')
      return await saveStream(this.uploader, content.open(this.signal), { chunking, onRead, givesAway: content.givesAway === true });
    const { path } = content;
    const isSmall = chunking === DEFAULT_CHUNKING && size < DEFAULT_CHUNKING.minimum; // one blob each
    const outcome = isSmall ? await this.enqueue({ kind: 'file', path, offset: 0, limit: size + SLACK }) : 'outgrown';
    if (outcome !== 'outgrown') return outcome;
    return await this.largeGate.run(async () => await saveLargeFile(this.uploader, path, { size, chunking, onRead, signal: this.signal }));
  }

  private async enqueue(piece: FilePiece): Promise<BatchOutcome> {
    const outcome = Promise.withResolvers<BatchOutcome>();
    if (this.batchBytes + piece.limit > BATCH_BYTES) this.flush();
    this.batch.push({ piece, outcome });
    this.batchBytes += piece.limit;
    if (this.batch.length >= BATCH_FILES) this.flush();
    return await outcome.promise;
  }

  private async saveBatch(files: BatchedFile[]): Promise<void> {
    try {
      const saving = await this.uploader.saveCut(
        files.map((file) => file.piece),
        DEFAULT_CHUNKING,
      );
      const [{ pieces }, blobs] = await Promise.all([saving.cut, saving.saved]);
      let at = 0;
      files.forEach((file, i) => {
        const piece = pieces[i] as PieceResult;
        file.outcome.resolve(outcomeOf(piece, blobs.slice(at, at + piece.blobs)));
        at += piece.blobs;
      });
    } catch (error) {
      for (const file of files) file.outcome.reject(error);
    }
  }
}

function outcomeOf(piece: PieceResult, blobs: SavedBlob[]): BatchOutcome {
  if (piece.failure !== undefined) return { failure: piece.failure };
  if (!piece.last) return 'outgrown';
  return { blobs, size: piece.length, stamp: piece.before, changed: !isSameStamp(piece.before, piece.after) };
}
