/** Requests and results of the verbs that search, compare and count. Plain data that can cross a process border. */
import type { Warning } from '../../../../shared/model/progress.ts';
import type { BlobType } from '../../format/blob.ts';
import type { Id } from '../../format/id.ts';
import type { NodeType } from '../../format/node.ts';
import type { ListedEntry } from './restore.ts';
import type { Outcome, SnapshotEntry, SnapshotFilter } from './shared.ts';

/** Searches by name. Without `snapshots` the filter chooses; with them it counts only for `latest`. */
export interface FindRequest {
  /** As in excludes; without a slash at its beginning a pattern fits at any depth. What lies in a folder that fits, fits too. */
  patterns: string[];
  ignoreCase?: boolean;
  /** Only what was modified at this moment or later. */
  oldest?: Date;
  /** Only what was modified at this moment or earlier. */
  newest?: Date;
  /** Only these kinds of entry. */
  types?: NodeType[];
  snapshots?: string[];
  filter?: SnapshotFilter;
}

/** An entry that was found in a snapshot. */
export interface FoundEntry {
  snapshot: SnapshotEntry;
  entry: ListedEntry;
}

/** A version of a file: same kind, content, time of modification and link target, wherever it was found. */
export interface FoundVersion {
  /** As it is in the newest of these snapshots. */
  entry: ListedEntry;
  /** Newest first; never empty. */
  snapshots: SnapshotEntry[];
}

/** Searches for what needs parts of the repository, such as damaged ones. */
export interface FindObjectsRequest {
  /** `blob`: pieces of file contents; `tree`: listings of folders; `pack`: data files, with all that is in them. */
  kind: 'blob' | 'tree' | 'pack';
  /** Ids or beginnings of ids. The whole id of a blob or tree need not be known to the index. */
  ids: string[];
  snapshots?: string[];
  filter?: SnapshotFilter;
}

/** A file that is made of a blob, or a folder whose listing it is. */
export interface FoundObject {
  type: BlobType;
  id: Id;
  /** Where the blob is stored; undefined if no index file knows. */
  pack: Id | undefined;
  /** `/` for the top of a snapshot. */
  path: string;
  /** Newest first; never empty. */
  snapshots: SnapshotEntry[];
}

export interface DiffRequest {
  /** A snapshot's id, a prefix of it, or `latest`; with `:/path` behind it only that folder. */
  first: string;
  second: string;
  filter?: SnapshotFilter;
  /** Tell also what changed in nothing but owner, rights, times and the like. */
  metadata?: boolean;
  /** False: without statistics, which need the folders that both have in common to be read. Default true. */
  statistics?: boolean;
}

/**
 * `+` added, `-` removed, `M` content changed, `T` kind changed, `U` details changed. With `M` also `?`: nothing but the
 * content changed, not even a time; the medium may have changed it.
 */
export type DiffMark = '+' | '-' | 'M' | 'T' | 'U' | '?';

/** What differs between two snapshots in one entry. */
export interface Difference {
  kind: 'difference';
  /** From the compared folder on; a folder's ends with a slash. */
  path: string;
  marks: DiffMark[];
  /** The kind it has in the second snapshot, or had in the first. */
  type: NodeType;
  /** Bytes of a file in each snapshot that has it. */
  sizeBefore: number | undefined;
  sizeAfter: number | undefined;
}

/** What one of two snapshots has and the other lacks. */
export interface DiffSide {
  files: number;
  dirs: number;
  others: number;
  dataBlobs: number;
  treeBlobs: number;
  /** Plain bytes of those blobs. */
  bytes: number;
}

/** The sum of all differences; comes last. */
export interface DiffStatistics {
  kind: 'statistics';
  first: Id;
  second: Id;
  /** Files that both have with different content. */
  changedFiles: number;
  added: DiffSide;
  removed: DiffSide;
}

/** What is counted: see `StatsResult`. */
export type StatsMode = 'restore-size' | 'files-by-contents' | 'raw-data' | 'blobs-per-file';

export interface StatsRequest {
  /** Default `restore-size`. */
  mode?: StatsMode;
  /** Ids, prefixes or `latest`. Without them the filter chooses. */
  snapshots?: string[];
  filter?: SnapshotFilter;
}

/** Compression of all counted blobs. Sizes include what encryption adds. */
export interface CompressionStats {
  /** Bytes if nothing were compressed. */
  uncompressedBytes: number;
  /** How many times smaller what is compressed has become; undefined if nothing is. */
  ratio: number | undefined;
  /** Share of the data that is stored compressed, from 0 to 1. */
  compressedShare: number;
  /** Share of `uncompressedBytes` that is saved, from 0 to 1. */
  saving: number;
}

export interface StatsResult {
  /** `completed-with-warnings`: something could not be read and is not counted. */
  outcome: Outcome;
  mode: StatsMode;
  snapshots: number;
  /**
   * `restore-size`: entries of every kind, as often as there are snapshots. `files-by-contents`: different contents.
   * `blobs-per-file`: paths. Undefined for `raw-data`.
   */
  files: number | undefined;
  /** `raw-data`: different blobs. `blobs-per-file`: different blobs of each path, added up. Undefined for the others. */
  blobs: number | undefined;
  /** Bytes of what is counted: plain, for `raw-data` as stored. Hard links of one file count once in each snapshot. */
  bytes: number;
  /** For `raw-data`. */
  compression: CompressionStats | undefined;
  warnings: Warning[];
}
