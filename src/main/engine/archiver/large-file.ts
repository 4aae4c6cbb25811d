import { throwIfAborted } from '../abort.ts';
import type { Chunking } from '../chunker/index.ts';
import type { CutSaving, SavedBlob, Uploader } from '../repository/index.ts';
import type { PieceResult } from '../workers/index.ts';
import { type FileOutcome, isSameStamp } from './saved-file.ts';

/** Bytes of a file a thread takes at a time; above the largest blob, so that every stretch holds a cut. */
export const SEGMENT_BYTES = 8 * 1024 * 1024;

export interface LargeFileJob {
  /** Bytes the file had when it was listed. */
  size: number;
  chunking: Chunking;
  /** Hears of bytes as they are read. */
  onRead: (bytes: number) => void;
  signal: AbortSignal | undefined;
}

interface Stretch {
  /** Where in the file it begins. */
  offset: number;
  piece: PieceResult;
  blobs: SavedBlob[];
}

/**
 * Saves a file stretch by stretch. The next stretch starts where the last cut of this one fell, as soon as that is known,
 * while this one is still hashed and sealed: several threads work on one file. Of page files it is known from the start.
 */
export async function saveLargeFile(uploader: Uploader, path: string, job: LargeFileJob): Promise<FileOutcome> {
  const { chunking, signal } = job;
  const stretches: Promise<Stretch>[] = [];
  let offset = 0;
  for (let last = false; !last; ) {
    throwIfAborted(signal);
    const saving: CutSaving = await uploader.saveCut([{ kind: 'file', path, offset, limit: SEGMENT_BYTES }], chunking);
    const cut = heard(saving, job);
    stretches.push(stretchOf(offset, cut, saving));
    if (isFullOfPages(job, offset)) {
      offset += SEGMENT_BYTES;
    } else {
      const piece = await cut;
      offset += piece.length;
      last = piece.last;
    }
  }
  return outcomeOf(await Promise.all(stretches));
}

/** Whether a stretch that begins here ends with a page and is not the last, if the file is as it was listed. */
function isFullOfPages({ chunking, size }: LargeFileJob, offset: number): boolean {
  return chunking.kind === 'pages' && SEGMENT_BYTES % chunking.size === 0 && offset + SEGMENT_BYTES < size;
}

async function heard({ cut }: CutSaving, { onRead }: LargeFileJob): Promise<PieceResult> {
  const piece = (await cut).pieces[0] as PieceResult;
  onRead(piece.length);
  return piece;
}

/** Awaited after the walk over the file: until then a failure must not count as unhandled. */
function stretchOf(offset: number, cut: Promise<PieceResult>, { saved }: CutSaving): Promise<Stretch> {
  const stretch = Promise.all([cut, saved]).then(([piece, blobs]) => ({ offset, piece, blobs }));
  stretch.catch(() => undefined);
  return stretch;
}

function outcomeOf(stretches: readonly Stretch[]): FileOutcome {
  const { read, size } = connected(stretches);
  const failure = read.find(({ piece }) => piece.failure !== undefined)?.piece.failure;
  if (failure !== undefined) return { failure };
  const first = read[0]?.piece.before;
  return {
    blobs: read.flatMap(({ blobs }) => blobs),
    size,
    stamp: first,
    changed: read.some(({ piece }) => !isSameStamp(first, piece.before) || !isSameStamp(first, piece.after)),
  };
}

/** A file that became shorter ends where a stretch is not full, whatever was read beyond. */
function connected(stretches: readonly Stretch[]): { read: Stretch[]; size: number } {
  const read: Stretch[] = [];
  let size = 0;
  for (const stretch of stretches) {
    if (stretch.offset !== size) break;
    read.push(stretch);
    size += stretch.piece.length;
  }
  return { read, size };
}
