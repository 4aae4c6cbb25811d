import type { BlobType } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import type { FoldPlace } from '../tree-fold/index.ts';
import type { Criterion, Finding } from './criterion.ts';

/** Blobs that are looked for, by type. */
export type WantedObjects = Readonly<Record<BlobType, ReadonlySet<Id>>>;

/** The wanted blobs that a file or folder needs. */
export interface ObjectFinding extends Finding {
  type: BlobType;
  ids: Id[];
}

const ANYWHERE: FoldPlace = { key: '' };

/** Searches for files made of given blobs, and for folders stored as given trees. */
export function objectCriterion(wanted: WantedObjects): Criterion<FoldPlace, ObjectFinding> {
  const hits = (type: BlobType, ids: readonly Id[]): ObjectFinding | undefined => {
    const found = wanted[type].size === 0 ? [] : [...new Set(ids.filter((id) => wanted[type].has(id)))];
    return found.length === 0 ? undefined : { version: found.join(''), type, ids: found };
  };
  return {
    root: ANYWHERE,
    judge: (node) => {
      if (node.type === 'file') return { found: hits('data', node.content ?? []), below: undefined };
      if (node.type !== 'dir') return { found: undefined, below: undefined };
      return { found: node.subtree === undefined ? undefined : hits('tree', [node.subtree]), below: ANYWHERE };
    },
  };
}
