import type { Chunking } from '../chunker/index.ts';
import { free } from '../crypto/index.ts';
import type { OnReturned, SavedBlob, Uploader } from '../repository/index.ts';
import { SEGMENT_BYTES } from './large-file.ts';
import type { FileOutcome } from './saved-file.ts';

export interface StreamJob {
  chunking: Chunking;
  /** Hears of bytes as they arrive. */
  onRead: (bytes: number) => void;
  /** Whether the memory of pieces may be given back. */
  givesAway: boolean;
}

const NOTHING = new Uint8Array(0);

/** Saves bytes that arrive by themselves, gathered into stretches. */
export async function saveStream(uploader: Uploader, stream: AsyncIterable<Uint8Array>, job: StreamJob): Promise<FileOutcome> {
  const { chunking, onRead, givesAway } = job;
  const stretches: Promise<SavedBlob[]>[] = [];
  const spare: Uint8Array<ArrayBuffer>[] = [];
  const onReturned: OnReturned = (memory) => void spare.push(...memory);
  let gathered = new Uint8Array(SEGMENT_BYTES);
  let filled = 0;
  let size = 0;

  const flush = async (last: boolean): Promise<void> => {
    const bytes = filled === gathered.length ? gathered : gathered.slice(0, filled);
    const saving = await uploader.saveCut([{ kind: 'bytes', bytes, last }], chunking, onReturned);
    saving.saved.catch(() => undefined); // Awaited at the end.
    stretches.push(saving.saved);
    const { rest = NOTHING } = await saving.cut;
    gathered = spare.pop() ?? new Uint8Array(SEGMENT_BYTES);
    gathered.set(rest);
    filled = rest.length;
    free(rest);
  };

  for await (const chunk of stream) {
    size += chunk.length;
    onRead(chunk.length);
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + gathered.length - filled);
      gathered.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled === gathered.length) await flush(false);
    }
    if (givesAway) free(chunk);
  }
  await flush(true);
  return { blobs: (await Promise.all(stretches)).flat(), size, stamp: undefined, changed: false };
}
