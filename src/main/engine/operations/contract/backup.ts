import type { ContentLayout } from '../../chunker/index.ts';
import type { Warning } from '../../../../shared/model/progress.ts';
import type { Id } from '../../format/id.ts';
import type { Outcome } from './shared.ts';

/** Excludes as restic users know them. */
export interface ExcludeRules {
  /** Patterns with `*`, `?`, `[...]`, `**`, a leading `/` to anchor and `!` to take back. */
  patterns?: string[];
  /** The same, whatever upper and lower case. */
  caselessPatterns?: string[];
  /** Leave out what lies in folders that carry a CACHEDIR.TAG. */
  caches?: boolean;
  /** Leave out folders that hold a file of this name. */
  ifPresent?: string[];
  /** Leave out files above this many bytes. */
  largerThan?: number;
  /** Stay on the file systems of the roots. */
  oneFileSystem?: boolean;
}

/**
 * Where the content of a file lies that could not be read, for the operating system's reason, such as in a frozen state of its
 * drive; undefined: nowhere. What it throws ends the backup.
 */
export type ReadInstead = (path: string, reason: string) => Promise<string | undefined>;

export type BackupInput =
  /** Files and folders, absolute or relative to the working directory. `exclude` takes the place of the request's. */
  | { kind: 'paths'; paths: string[]; exclude?: ExcludeRules; instead?: ReadInstead }
  /** Bytes that arrive by themselves, such as a command's output, as one file of this name. */
  | {
      kind: 'stream';
      name: string;
      open: (signal?: AbortSignal) => AsyncIterable<Uint8Array>;
      layout?: ContentLayout;
      /** About how many bytes will come; used the first time, when no snapshot tells. */
      expectedBytes?: number;
      /** Its pieces are nobody else's: their memory is given back as soon as they have been taken. */
      givesAway?: boolean;
    }
  /** A file made for the backup, kept under another name. */
  | { kind: 'staged'; name: string; path: string; layout?: ContentLayout }
  /** Several of these in one snapshot. Streams are read one after the other, in this order. */
  | { kind: 'combined'; inputs: BackupInput[] };

/** Patterns (as for excludes) of files whose content is known to behave like a database's or a dump's. Others are judged by header and name. */
export interface KnownLayouts {
  pages?: string[];
  dumps?: string[];
}

export interface BackupRequest {
  source: BackupInput;
  layouts?: KnownLayouts;
  exclude?: ExcludeRules;
  tags?: string[];
  /** Instead of this machine's name. */
  host?: string;
  /** Instead of now. */
  time?: Date;
  /** Read everything again, whatever the snapshot before says. */
  force?: boolean;
  /** The snapshot to compare with, instead of the newest of this host and these paths. */
  parent?: string;
  /** Count only, store nothing. */
  dryRun?: boolean;
  /** Make no snapshot if nothing changed. */
  skipIfUnchanged?: boolean;
  /** Looks at what was read before the snapshot is made; what it throws ends the backup without one. */
  accept?: (read: Pick<BackupResult, 'counts' | 'warnings'>) => void;
}

export interface BackupCounts {
  filesNew: number;
  filesChanged: number;
  filesUnmodified: number;
  dirsNew: number;
  dirsChanged: number;
  dirsUnmodified: number;
  dataBlobs: number;
  treeBlobs: number;
  /** Bytes of new blobs, plain. */
  bytesAdded: number;
  /** Bytes they take in the repository. */
  bytesStored: number;
  filesProcessed: number;
  bytesProcessed: number;
}

export interface BackupResult {
  outcome: Outcome;
  /** Undefined for a dry run, or if nothing changed and `skipIfUnchanged` was asked for. */
  snapshotId: Id | undefined;
  parent: Id | undefined;
  tree: Id | undefined;
  counts: BackupCounts;
  warnings: Warning[];
}
