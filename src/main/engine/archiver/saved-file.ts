import type { SavedBlob } from '../repository/index.ts';
import type { FileStamp } from '../workers/index.ts';

/** What became of a file's content. */
export type FileOutcome = SavedFile | { failure: string };

export interface SavedFile {
  blobs: SavedBlob[];
  /** Bytes that were read. */
  size: number;
  /** The file's state when reading began; absent for streams. */
  stamp: FileStamp | undefined;
  /** Whether it changed while it was read. */
  changed: boolean;
}

/** Whether two looks at a file saw the same state. */
export function isSameStamp(a: FileStamp | undefined, b: FileStamp | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.size === b.size && a.mtime === b.mtime && a.ctime === b.ctime && a.inode === b.inode;
}
