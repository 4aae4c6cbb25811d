import type { TreeNode } from '../format/node.ts';

/** What one look at a directory gives. Paths and names are strings without loss, see format/name.ts. */
export interface DirectoryScan {
  /** Sorted by the bytes of their names; complete nodes without content and subtree. */
  nodes: TreeNode[];
  /** Entries that could not be looked at, and why. */
  failures: { name: string; reason: string }[];
  /** Entries whose attributes could not be read completely; they are in `nodes`. */
  incomplete: { name: string; reason: string }[];
  /** Names of entries that lie on another file system than the directory itself: mount points. */
  foreign: string[];
}

/** What one look at a single path gives. */
export interface EntryScan {
  /** Complete, without content and subtree. */
  node: TreeNode;
  /** Why its attributes could not be read completely; absent if they could. */
  incomplete?: string;
}

/** A kind of detail beside a file's content and name. */
export type MetadataDetail = 'owner' | 'mode' | 'times' | 'extended-attributes' | 'windows-attributes';

/** A detail that could not be given back to an entry, and the operating system's short name of the failure. */
export interface UnsetDetail {
  detail: MetadataDetail;
  reason: string;
}
