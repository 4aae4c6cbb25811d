import { LifeboatError } from '../../../shared/errors/index.ts';
import type { PackedBlob } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import { type BlobReading, oneByOne, type OpenRun, readRuns } from './read-blobs.ts';
import type { CarriedBlob, Sealing } from './repository.ts';

/** Reads some blobs of one pack in the order they stand there, verified and sealed for another repository, or for this one. */
export function resealBlobs(
  reading: BlobReading,
  pack: Id,
  blobs: readonly PackedBlob[],
  to: Sealing,
  signal?: AbortSignal,
): AsyncGenerator<CarriedBlob> {
  const open: OpenRun<CarriedBlob, PackedBlob> = async ({ handle, range }, parts, wanted) => {
    const bytes = await reading.backend.load(handle, range, signal);
    const result = await reading.workers.run({ kind: 'reseal', keys: reading.keys, bytes, blobs: [...parts], to }, [bytes.buffer]);
    return wanted.map((blob, at): CarriedBlob => {
      const each = result.blobs[at];
      if (each === undefined || 'damage' in each) {
        return { blob, error: new LifeboatError('blob-damaged', { blob: blob.id, pack, detail: each?.damage ?? 'truncated' }) };
      }
      const { offset, sealedLength, length, uncompressedLength } = each;
      const sealed = { type: blob.type, id: blob.id, bytes: result.bytes.subarray(offset, offset + sealedLength) };
      return { blob, length, sealed: uncompressedLength > 0 ? { ...sealed, uncompressedLength } : sealed };
    });
  };
  return oneByOne(readRuns(pack, blobs, open));
}
