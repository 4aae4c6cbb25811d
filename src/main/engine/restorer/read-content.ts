import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Id } from '../format/id.ts';
import type { BlobLocation, ReadingRepository } from '../repository/index.ts';
import { isDamage } from '../damage.ts';

/** Plain bytes that are read together; the next such stretch is read while one is handed out. */
const STRETCH_BYTES = 16 * 1024 * 1024;
const STRETCH_BLOBS = 1024;

/**
 * A file's content, piece by piece in order, verified, read ahead. Holds two stretches in memory, whatever the file's size.
 * `blob-not-found`, `blob-damaged` and what the repository throws.
 */
export async function* readContent(repository: ReadingRepository, content: readonly Id[], signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let next = begin(repository, content, 0, signal);
  try {
    while (next !== undefined) {
      const { end, blobs } = next;
      const start = next.start;
      const current = await blobs;
      next = begin(repository, content, end, signal);
      for (let at = start; at < end; at++) yield current.get(content[at] as Id) as Uint8Array;
    }
  } finally {
    // Whoever stops early must not leave a reading without anybody to hear of its failure.
    next?.blobs.catch(() => undefined);
  }
}

interface Stretch {
  start: number;
  /** Position behind its last blob. */
  end: number;
  blobs: Promise<Map<Id, Uint8Array>>;
}

function begin(repository: ReadingRepository, content: readonly Id[], start: number, signal: AbortSignal): Stretch | undefined {
  if (start >= content.length) return undefined;
  let end = start;
  let bytes = 0;
  while (end < content.length && end - start < STRETCH_BLOBS && bytes < STRETCH_BYTES) {
    bytes += repository.index.plainLength('data', content[end] as Id) ?? 0;
    end++;
  }
  const blobs = readBlobs(repository, new Set(content.slice(start, end)), signal);
  // The failure is heard when the stretch's turn comes; until then it must not count as unhandled.
  blobs.catch(() => undefined);
  return { start, end, blobs };
}

/** Reads blobs, those of one pack together. */
async function readBlobs(repository: ReadingRepository, ids: ReadonlySet<Id>, signal: AbortSignal): Promise<Map<Id, Uint8Array>> {
  const byPack = Map.groupBy(
    [...ids].map((id) => locationOf(repository, id)),
    (location) => location.pack,
  );
  const read = new Map<Id, Uint8Array>();
  for (const [pack, locations] of byPack) await readPack(repository, { pack, locations }, read, signal);
  // What its pack did not give may have another copy; if not, this says what is wrong with it.
  for (const id of ids) if (!read.has(id)) read.set(id, await repository.loadBlob('data', id, signal));
  return read;
}

function locationOf(repository: ReadingRepository, id: Id): BlobLocation {
  const location = repository.index.find('data', id);
  if (location === undefined) throw new LifeboatError('blob-not-found', { blob: id, type: 'data' });
  return location;
}

async function readPack(
  repository: ReadingRepository,
  from: { pack: Id; locations: BlobLocation[] },
  into: Map<Id, Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const result of repository.readBlobs(from.pack, from.locations, signal)) {
      if ('bytes' in result) into.set(result.blob.id, result.bytes);
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
}
