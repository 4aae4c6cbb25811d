import { throwIfAborted } from '../abort.ts';
import type { Chunking } from '../chunker/index.ts';
import type { CutSaving, SavedBlob, Uploader } from '../repository/index.ts';
import type { FileStamp, PieceResult } from '../workers/index.ts';
import { type FileOutcome, isSameStamp } from './saved-file.ts';

/** Bytes of a file a thread takes at a time; above the largest blob, so that every stretch holds a cut. */
export const SEGMENT_BYTES = 8 * 1024 * 1024;

export interface LargeFileJob {
  chunking: Chunking;
  /** Hears of bytes as they are read. */
  onRead: (bytes: number) => void;
  signal: AbortSignal | undefined;
}

/**
 * Saves a file stretch by stretch. The next stretch starts where the last cut of this one fell, as soon as that is
 * known, while this one is still hashed and sealed: several threads work on one file.
 */
export async function saveLargeFile(uploader: Uploader, path: string, job: LargeFileJob): Promise<FileOutcome> {
  const { chunking, onRead, signal } = job;
  const stretches: Promise<SavedBlob[]>[] = [];
  let offset = 0;
  let first: FileStamp | undefined;
  let latest: FileStamp | undefined;
  for (let last = false; !last; ) {
    throwIfAborted(signal);
    const saving: CutSaving = await uploader.saveCut([{ kind: 'file', path, offset, limit: SEGMENT_BYTES }], chunking);
    saving.saved.catch(() => undefined); // Awaited below, after the walk over the file.
    stretches.push(saving.saved);
    const piece = (await saving.cut).pieces[0] as PieceResult;
    if (piece.failure !== undefined) {
      await Promise.all(stretches);
      return { failure: piece.failure };
    }
    first ??= piece.before;
    latest = piece.after;
    offset += piece.length;
    onRead(piece.length);
    last = piece.last;
  }
  return { blobs: (await Promise.all(stretches)).flat(), size: offset, stamp: first, changed: !isSameStamp(first, latest) };
}
