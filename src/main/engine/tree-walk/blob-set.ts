import type { BlobType } from '../format/blob.ts';
import { IdSet } from '../format/id-set.ts';

/** A set of blobs: ids by type, since content and a directory could in theory share an id. */
export type BlobSet = Readonly<Record<BlobType, IdSet>>;

/** An empty set of blobs. */
export function emptyBlobSet(): BlobSet {
  return { data: new IdSet(), tree: new IdSet() };
}
