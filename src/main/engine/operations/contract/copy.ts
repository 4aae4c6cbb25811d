import type { Id } from '../../format/id.ts';
import type { Outcome, SnapshotFilter } from './shared.ts';
import type { DamagedFile } from './check.ts';

export interface CopyRequest {
  /** Ids, prefixes or `latest`; the filter then only narrows `latest`. Without any, all that fit the filter. */
  snapshots?: string[];
  filter?: SnapshotFilter;
}

/** A snapshot and what its copy is called. */
export interface CopiedSnapshot {
  source: Id;
  copy: Id;
}

export interface CopyResult {
  /** `completed-with-warnings`: some snapshots could not be copied. */
  outcome: Outcome;
  copied: CopiedSnapshot[];
  /** Snapshots that were there already. */
  present: CopiedSnapshot[];
  /** Snapshots that are damaged in the source and were not copied. */
  damaged: Id[];
  /** The files that damage reaches in them. */
  damagedFiles: DamagedFile[];
  damagedFilesTruncated: boolean;
  /** Snapshot files of the source that cannot be read. */
  unreadable: Id[];
  blobsCopied: number;
  /** Plain bytes of the blobs copied. */
  bytesCopied: number;
  /** Bytes they take in the target. */
  bytesStored: number;
}
