import type { IndexedPack } from '../format/index-file.ts';
import type { BlobIndex } from './repository.ts';

/** The packs of an index, one at a time, so that millions of blobs never stand in memory at once. May be iterated again. */
export function indexedPacks(index: Pick<BlobIndex, 'entries'>): Iterable<IndexedPack> {
  return { [Symbol.iterator]: () => groupByPack(index) };
}

function* groupByPack(index: Pick<BlobIndex, 'entries'>): Iterator<IndexedPack> {
  let current: IndexedPack | undefined;
  for (const { pack, ...blob } of index.entries()) {
    if (current !== undefined && current.id !== pack) {
      yield current;
      current = undefined;
    }
    current ??= { id: pack, blobs: [] };
    current.blobs.push(blob);
  }
  if (current !== undefined) yield current;
}
