import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Backend, Handle, Range } from '../backend/backend.ts';
import type { MasterKeys } from '../crypto/index.ts';
import type { PackedBlob } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import { BlobOpener, type OpenedBlob, openBlobs, type OpenRequest, type SealedPart, type WorkerPool } from '../workers/index.ts';
import type { ReadBlob } from './repository.ts';

/** A gap between two wanted blobs up to this many bytes is read along: cheaper than another request. */
const GAP_BYTES = 256 * 1024;
/** Bytes read in one request at most, unless a single blob is larger: bounds memory. */
const RUN_BYTES = 4 * 1024 * 1024;
/** Plain bytes that come of one request at most, unless a single blob is larger: what compressed well expands. */
const RUN_PLAIN_BYTES = 16 * 1024 * 1024;

interface Run<B extends PackedBlob> {
  offset: number;
  end: number;
  plain: number;
  blobs: B[];
}

/** Where sealed bytes come from and who opens them. */
export interface BlobReading {
  backend: Backend;
  keys: MasterKeys;
  workers: WorkerPool;
}

/** What becomes of the blobs of a stretch: `parts` says where they stand in its bytes, `blobs` where in the pack. */
export type OpenRun<T, B extends PackedBlob> = (stretch: Stretch, parts: readonly SealedPart[], blobs: readonly B[]) => Promise<T[]>;

/** A part of a pack's file. */
export interface Stretch {
  handle: Handle;
  range: Range;
}

/** A blob that could not be had. */
export interface FailedBlob<B extends PackedBlob> {
  blob: B;
  error: LifeboatError;
}

/** A blob of up to this many plain bytes is opened here: sending it to a thread and back would take longer. */
const OPEN_HERE_BYTES = 64 * 1024;

const opener = new BlobOpener();

/** Reads some blobs of one pack in the order they stand there, decrypted and verified. */
export function readBlobs(reading: BlobReading, pack: Id, blobs: readonly PackedBlob[], signal?: AbortSignal): AsyncGenerator<ReadBlob> {
  const open: OpenRun<ReadBlob, PackedBlob> = async ({ handle, range }, parts, wanted) => {
    const bytes = await reading.backend.load(handle, range, signal);
    const opened = await reading.workers.run({ kind: 'open', keys: reading.keys, bytes, blobs: [...parts] }, [bytes.buffer]);
    return wanted.map((blob, at) => readBlobOf(pack, blob, opened.blobs[at]));
  };
  return oneByOne(readRuns(pack, blobs, open));
}

/** What comes in groups, each by itself. */
export async function* oneByOne<T>(groups: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const group of groups) yield* group;
}

/** Reads a single blob, decrypted and verified. */
export async function readBlob(reading: BlobReading, pack: Id, blob: PackedBlob, signal?: AbortSignal): Promise<ReadBlob> {
  const bytes = await reading.backend.load(packHandle(pack, blob), { offset: blob.offset, length: blob.length }, signal);
  const request: OpenRequest = { kind: 'open', keys: reading.keys, bytes, blobs: [{ ...blob, offset: 0 }] };
  const isSmall = (blob.uncompressedLength ?? blob.length) <= OPEN_HERE_BYTES;
  const opened = isSmall ? openBlobs(request, opener) : await reading.workers.run(request, [bytes.buffer]);
  return readBlobOf(pack, blob, opened.blobs[0]);
}

/** Packs hold blobs of one type; those of old restic versions may mix them, which costs a copy that helps nobody. */
function packHandle(pack: Id, blob: PackedBlob | undefined): Handle {
  return blob?.type === 'tree' ? { type: 'data', name: pack, holdsTrees: true } : { type: 'data', name: pack };
}

function readBlobOf(pack: Id, blob: PackedBlob, opened: OpenedBlob | undefined): ReadBlob {
  if (opened instanceof Uint8Array) return { blob, bytes: opened };
  return { blob, error: new LifeboatError('blob-damaged', { blob: blob.id, pack, detail: opened?.damage ?? 'truncated' }) };
}

/** Reads stretches of a pack and has them opened; the next is fetched while one is opened. Gives the blobs of a stretch at once. */
export async function* readRuns<T, B extends PackedBlob>(
  pack: Id,
  blobs: readonly B[],
  open: OpenRun<T, B>,
): AsyncGenerator<(T | FailedBlob<B>)[]> {
  const runs = planRuns(blobs);
  const read = async (run: Run<B> | undefined): Promise<(T | FailedBlob<B>)[]> => (run ? await readRun(pack, run, open) : []);
  let ahead = read(runs[0]);
  try {
    for (let i = 0; i < runs.length; i++) {
      const current = ahead;
      ahead = read(runs[i + 1]);
      ahead.catch(() => undefined); // Awaited in the next round.
      yield await current;
    }
  } finally {
    // Whoever leaves early must not find it still at work.
    await ahead.catch(() => undefined);
  }
}

function planRuns<B extends PackedBlob>(blobs: readonly B[]): Run<B>[] {
  const runs: Run<B>[] = [];
  for (const blob of [...blobs].sort((a, b) => a.offset - b.offset)) {
    const run = runs.at(-1);
    const end = blob.offset + blob.length;
    const plain = blob.uncompressedLength ?? blob.length;
    if (run && blob.offset - run.end <= GAP_BYTES && end - run.offset <= RUN_BYTES && run.plain + plain <= RUN_PLAIN_BYTES) {
      run.end = Math.max(run.end, end);
      run.plain += plain;
      run.blobs.push(blob);
    } else {
      runs.push({ offset: blob.offset, end, plain, blobs: [blob] });
    }
  }
  return runs;
}

/** Where a stretch cannot be read as a whole, because the file ends or a sector is bad, it is read blob by blob. */
async function readRun<T, B extends PackedBlob>(pack: Id, run: Run<B>, open: OpenRun<T, B>): Promise<(T | FailedBlob<B>)[]> {
  try {
    const range = { offset: run.offset, length: run.end - run.offset };
    return await open(
      { handle: packHandle(pack, run.blobs[0]), range },
      run.blobs.map((blob) => partOf(blob, run.offset)),
      run.blobs,
    );
  } catch (error) {
    if (!isLifeboatError(error, 'file-damaged') && !isLifeboatError(error, 'io-failed')) throw error;
    const [only, ...others] = run.blobs as [B, ...B[]];
    if (others.length === 0) return [{ blob: only, error }];
    const results: (T | FailedBlob<B>)[] = [];
    for (const blob of run.blobs) {
      const alone = { ...run, offset: blob.offset, end: blob.offset + blob.length, blobs: [blob] };
      results.push(...(await readRun(pack, alone, open)));
    }
    return results;
  }
}

/** What a thread needs to know of a blob, in bytes that begin at `start` of its pack: the rest would only travel. */
function partOf({ id, offset, length, uncompressedLength }: PackedBlob, start: number): SealedPart {
  const part = { id, offset: offset - start, length };
  return uncompressedLength === undefined ? part : { ...part, uncompressedLength };
}
