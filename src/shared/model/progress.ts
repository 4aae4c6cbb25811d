import type { ErrorCode } from '../errors/index.ts';

/**
 * Facts about running work. Whoever shows them computes rates, percentages and words.
 * Numbers are totals since the work began; bytes are plain bytes unless said otherwise.
 */
export type Progress =
  | { kind: 'phase'; phase: Phase }
  /** What a look ahead found there is to do; may grow. */
  | { kind: 'total'; files: number; bytes: number }
  /** What is done. */
  | { kind: 'done'; files: number; bytes: number; storedBytes?: number }
  /** A file or object that is worked on now; never logged, it may carry a patient's name. */
  | { kind: 'current'; path: string }
  /** A request failed and will be made again; other requests may go on meanwhile. */
  | Waiting
  /** Something left out or not as it should be; the result lists it too. */
  | { kind: 'warning'; warning: Warning };

/** A pause before a request to a place is made again. */
export interface Waiting {
  kind: 'waiting';
  /** What went wrong. */
  code: ErrorCode;
  /** Until the next try, rounded up. */
  seconds: number;
}

/** Steps that can be told apart, in words the presenter chooses. */
export type Phase =
  | 'opening'
  | 'locking'
  | 'loading-snapshots'
  | 'loading-index'
  | 'scanning'
  | 'reading'
  | 'finishing'
  | 'planning'
  | 'restoring'
  | 'metadata'
  | 'verifying'
  | 'checking-structure'
  | 'checking-data'
  | 'repacking'
  | 'writing-index'
  | 'deleting'
  | 'reading-packs'
  | 'searching'
  | 'comparing'
  | 'counting'
  | 'copying'
  | 'repairing'
  /** The database's own server or file takes in what came back: it tells nobody how far it is. */
  | 'putting-back';

/** Something that went wrong with one entry while the work as a whole went on. */
export interface Warning {
  code: WarningCode;
  path: string;
  /** The operating system's short name of the failure, or what else helps. */
  detail?: string;
}

export type WarningCode =
  /** Could not be read; not in the snapshot. */
  | 'unreadable'
  /** Changed while it was read; what was read is in the snapshot. */
  | 'changed-while-read'
  /** One of the sources that were asked for is not there. */
  | 'source-not-found'
  /** Vanished between listing and reading. */
  | 'vanished'
  /** Some of its details (attributes, owner, times) could not be read or set. */
  | 'metadata-incomplete'
  /** A kind of file that is recorded but has no content to keep, or cannot be made here. */
  | 'special-file'
  /** The source is empty although the snapshot before was not. */
  | 'source-empty'
  /** Its content could not be brought back. */
  | 'not-restored'
  /** Its name cannot exist here, or would leave the target. */
  | 'name-unsafe'
  /** Restored, but under the name in the detail: its own cannot exist here, or another entry has it. */
  | 'renamed'
  /** A directory's own entries in the repository are damaged. */
  | 'damaged'
  /** A snapshot file cannot be read, so that the latest of the others was taken; the path is its id. */
  | 'snapshot-unreadable';

export type OnProgress = (progress: Progress) => void;
