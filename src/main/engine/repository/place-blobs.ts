import { LifeboatError } from '../../../shared/errors/index.ts';
import type { PackedBlob } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import { type BlobReading, type OpenRun, readRuns } from './read-blobs.ts';
import type { PlacedBlob, PlacesOf } from './repository.ts';
import { onSealedBytes } from './sealed-bytes.ts';

const NOTHING_TO_SAY: readonly undefined[] = [];

/** Reads some blobs of one pack in the order they stand there, and has the threads write what verifies. */
export function placeBlobs<B extends PackedBlob>(
  reading: BlobReading,
  pack: Id,
  blobs: readonly B[],
  placesOf: PlacesOf<B>,
  signal?: AbortSignal,
): AsyncGenerator<readonly PlacedBlob<B>[]> {
  const open: OpenRun<PlacedBlob<B>, B> = async (stretch, parts, wanted) => {
    const places = await placesOf(wanted);
    const placed = parts.map((part, at) => ({ ...part, places: places[at] ?? [] }));
    const { backend, keys, workers } = reading;
    const result = await onSealedBytes(
      backend,
      { ...stretch, signal },
      async (bytes, transfer) => await workers.run({ kind: 'write', keys, bytes, blobs: placed }, transfer),
    );
    const exceptions = new Map(result.exceptions.map((exception) => [exception.at, exception]));
    return wanted.map((blob, at): PlacedBlob<B> => {
      const exception = exceptions.get(at);
      if (exception === undefined || !('damage' in exception)) return { blob, outcomes: exception?.outcomes ?? NOTHING_TO_SAY };
      return { blob, error: new LifeboatError('blob-damaged', { blob: blob.id, pack, detail: exception.damage }) };
    });
  };
  return readRuns(pack, blobs, open);
}
