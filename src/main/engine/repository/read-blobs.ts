import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Backend, Handle } from '../backend/backend.ts';
import type { MasterKeys } from '../crypto/index.ts';
import type { PackedBlob } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import { BlobOpener, type OpenedBlob, openBlobs, type OpenRequest, type WorkerPool } from '../workers/index.ts';
import type { ReadBlob } from './repository.ts';

/** A gap between two wanted blobs up to this many bytes is read along: cheaper than another request. */
const GAP_BYTES = 256 * 1024;
/** Bytes read in one request at most, unless a single blob is larger: bounds memory. */
const RUN_BYTES = 4 * 1024 * 1024;
/** Plain bytes that come of one request at most, unless a single blob is larger: what compressed well expands. */
const RUN_PLAIN_BYTES = 16 * 1024 * 1024;

interface Run {
  offset: number;
  end: number;
  plain: number;
  blobs: PackedBlob[];
}

/** Where sealed bytes come from and who opens them. */
export interface BlobReading {
  backend: Backend;
  keys: MasterKeys;
  workers: WorkerPool;
}

/** What becomes of the blobs of a stretch: `parts` says where they stand in its bytes, `blobs` where in the pack. */
export type OpenRun<T> = (bytes: Uint8Array<ArrayBuffer>, parts: readonly PackedBlob[], blobs: readonly PackedBlob[]) => Promise<T[]>;

/** A blob that could not be had. */
export interface FailedBlob {
  blob: PackedBlob;
  error: LifeboatError;
}

/** A blob of up to this many plain bytes is opened here: sending it to a thread and back would take longer. */
const OPEN_HERE_BYTES = 64 * 1024;

const opener = new BlobOpener();

/** Reads some blobs of one pack in the order they stand there, decrypted and verified. */
export function readBlobs(reading: BlobReading, pack: Id, blobs: readonly PackedBlob[], signal?: AbortSignal): AsyncGenerator<ReadBlob> {
  const open: OpenRun<ReadBlob> = async (bytes, parts, wanted) => {
    const opened = await reading.workers.run({ kind: 'open', keys: reading.keys, bytes, blobs: [...parts] }, [bytes.buffer]);
    return wanted.map((blob, at) => readBlobOf(pack, blob, opened.blobs[at]));
  };
  return readRuns(reading, pack, blobs, open, signal);
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

/** Reads stretches of a pack and has them opened; the next is fetched while one is opened. */
export async function* readRuns<T>(
  reading: BlobReading,
  pack: Id,
  blobs: readonly PackedBlob[],
  open: OpenRun<T>,
  signal?: AbortSignal,
): AsyncGenerator<T | FailedBlob> {
  const runs = planRuns(blobs);
  const read = async (run: Run | undefined): Promise<(T | FailedBlob)[]> => (run ? await readRun(reading, pack, run, open, signal) : []);
  let ahead = read(runs[0]);
  try {
    for (let i = 0; i < runs.length; i++) {
      const current = ahead;
      ahead = read(runs[i + 1]);
      ahead.catch(() => undefined); // Awaited in the next round.
      yield* await current;
    }
  } finally {
    // Whoever leaves early must not find it still at work.
    await ahead.catch(() => undefined);
  }
}

function planRuns(blobs: readonly PackedBlob[]): Run[] {
  const runs: Run[] = [];
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
async function readRun<T>(
  reading: BlobReading,
  pack: Id,
  run: Run,
  open: OpenRun<T>,
  signal: AbortSignal | undefined,
): Promise<(T | FailedBlob)[]> {
  try {
    const range = { offset: run.offset, length: run.end - run.offset };
    const bytes = await reading.backend.load(packHandle(pack, run.blobs[0]), range, signal);
    const parts = run.blobs.map((blob) => ({ ...blob, offset: blob.offset - run.offset }));
    return await open(bytes, parts, run.blobs);
  } catch (error) {
    if (!isLifeboatError(error, 'file-damaged') && !isLifeboatError(error, 'io-failed')) throw error;
    const [only, ...others] = run.blobs as [PackedBlob, ...PackedBlob[]];
    if (others.length === 0) return [{ blob: only, error }];
    const results: (T | FailedBlob)[] = [];
    for (const blob of run.blobs) {
      const alone = { ...run, offset: blob.offset, end: blob.offset + blob.length, blobs: [blob] };
      results.push(...(await readRun(reading, pack, alone, open, signal)));
    }
    return results;
  }
}
