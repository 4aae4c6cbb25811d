import type { TreeNode } from '../format/node.ts';
import type { FoldPlace } from '../tree-fold/index.ts';

/** Something that was searched for. */
export interface Finding {
  /** What tells versions of the same path apart: equal text, same version. */
  readonly version: string;
}

/** What is searched for. What it finds in a folder depends on the folder's entries and place alone. */
export interface Criterion<P extends FoldPlace, F extends Finding> {
  /** The place of a snapshot's top folder. */
  readonly root: P;
  /** Judges an entry of a folder; `below` is there if something in it may be wanted. */
  judge(node: TreeNode, place: P): { found: F | undefined; below: P | undefined };
}
