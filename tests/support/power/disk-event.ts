import type { Id } from '../../../src/main/engine/index.ts';

/**
 * What happened on a disk, noted when it was done. Paths are relative to the repository's folder, which itself is `.`. A
 * sync makes sure of what was done `before` it began: so many events.
 */
export type DiskEvent =
  /** A new file; `file` is its number. */
  | { did: 'create'; path: string; file: number }
  /** Bytes added to the end of a file, in base64. */
  | { did: 'write'; file: number; bytes: string }
  | { did: 'link' | 'rename'; from: string; path: string }
  | { did: 'unlink' | 'mkdir'; path: string }
  /** A file's content. */
  | { did: 'sync-new'; file: number; before: number }
  /** The content of what is at a path: of a file, or the names in a folder. */
  | { did: 'sync'; path: string; before: number }
  /** Not the disk: the verb returned, with the snapshots it made. */
  | { did: 'finish'; made: Id[] };
