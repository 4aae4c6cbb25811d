import type { ContentLayout } from '../../chunker/index.ts';
import type { TreeNode } from '../../format/node.ts';

/** What the archiver reads: a directory tree, a command's output, a staged file. */
export interface BackupSource {
  /** Paths for the snapshot's `paths` field, absolute. */
  readonly paths: readonly string[];
  /** The entries at the top of the snapshot. */
  roots(signal?: AbortSignal): Promise<SourceListing>;
  /** What a directory holds. Throws `source-unreadable` if it cannot be listed. */
  list(directory: SourceEntry, signal?: AbortSignal): Promise<SourceListing>;
  /** Where a file's bytes come from. */
  content(file: SourceEntry): SourceContent;
  /** Where a file that could not be read, for the operating system's reason, can be read instead; undefined: nowhere. */
  instead?(file: SourceEntry, reason: string): Promise<string | undefined>;
}

export interface SourceListing {
  entries: SourceEntry[];
  /** Entries that could not be looked at: left out, reported. */
  failures: SourceFailure[];
  /** Entries that are in `entries` although some of their details could not be read. */
  incomplete?: SourceFailure[];
}

export interface SourceFailure {
  path: string;
  /** The operating system's short name of the failure. */
  reason: string;
}

export interface SourceEntry {
  /** The node as it will be stored, without content and subtree. */
  node: TreeNode;
  /** Path for people and for exclude patterns; the place in the source where there is one. See name.ts for its encoding. */
  path: string;
  /** For directories that exist only to hold the roots: their entries. */
  children?: SourceEntry[];
}

export type SourceContent =
  /** A file the workers can open themselves. */
  | { kind: 'file'; path: string; layout?: ContentLayout }
  /** Bytes that arrive by themselves, read once from the start. */
  | {
      kind: 'stream';
      open: (signal?: AbortSignal) => AsyncIterable<Uint8Array>;
      layout?: ContentLayout;
      expectedBytes?: number;
      givesAway?: boolean;
    };
