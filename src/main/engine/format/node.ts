import type { Id } from './id.ts';
import type { Integer } from './json.ts';

/** The kinds of entry a tree can hold. */
export const NODE_TYPES = ['file', 'dir', 'symlink', 'dev', 'chardev', 'fifo', 'socket', 'irregular'] as const;
export type NodeType = (typeof NODE_TYPES)[number];

export interface ExtendedAttribute {
  name: string;
  /** Base64. */
  value: string | null;
}

/**
 * One entry of a tree. The keys and their order are restic's on-disk form, so that stock restic can rewrite our trees;
 * only `name` and `linktarget` differ: here they are the real name (see name.ts), on disk they are quoted.
 */
export interface TreeNode {
  name: string;
  type: NodeType;
  /** Go's `os.FileMode`: permission bits below, kind and special bits above. See mode.ts. */
  mode?: number;
  /** RFC 3339 with nanoseconds, see time.ts. */
  mtime?: string;
  atime?: string;
  ctime?: string;
  uid: number;
  gid: number;
  user?: string;
  group?: string;
  inode?: Integer;
  /** The device the file lives on; only kept for files with more than one hard link. */
  device_id?: Integer;
  /** Bytes; files only. */
  size?: number;
  /** Number of hard links. */
  links?: Integer;
  linktarget?: string;
  extended_attributes?: ExtendedAttribute[];
  /** What only one operating system has, such as `windows.file_attributes`. */
  generic_attributes?: Record<string, unknown>;
  /** Device number of a `dev` or `chardev` entry. */
  device?: Integer;
  /** Blobs that make up a file, in order; null for everything else. */
  content: Id[] | null;
  /** A directory's own tree. */
  subtree?: Id;
  error?: string;
}
