import type { Id } from '../../format/id.ts';

export interface CheckRequest {
  /** `none`: structure only. `all`: every pack. Subset n/t: the packs whose id falls into part n of t; percent or bytes: a random choice. */
  readData?: 'none' | 'all' | { part: number; of: number } | { percent: number } | { bytes: number };
  /** List the blobs that no snapshot needs, as hints, if nothing is damaged. They are counted anyway. */
  listUnused?: boolean;
}

/** One thing check found. `severity` `hint`: nothing is lost, something could be tidied. */
export interface CheckFinding {
  severity: 'error' | 'hint';
  kind: CheckFindingKind;
  /** The file, pack, blob or tree it is about. */
  id: Id;
  /** What else helps: the pack of a blob, the snapshot of a tree. */
  detail?: string;
}

export type CheckFindingKind =
  | 'index-unreadable'
  | 'snapshot-unreadable'
  | 'pack-missing'
  | 'pack-not-indexed'
  | 'pack-wrong-size'
  | 'pack-indexed-twice'
  | 'pack-damaged'
  | 'pack-header-damaged'
  | 'pack-index-mismatch'
  | 'pack-unreadable'
  | 'pack-mixed'
  | 'blob-damaged'
  | 'blob-missing'
  | 'tree-missing'
  | 'tree-damaged'
  | 'node-damaged'
  | 'blob-unused';

/** A file of a snapshot that damage reaches. */
export interface DamagedFile {
  snapshot: Id;
  path: string;
}

export interface CheckResult {
  /** True when there is no finding of severity `error`. */
  sound: boolean;
  findings: CheckFinding[];
  /** True when there are more findings of some kind than `findings` lists. */
  findingsTruncated: boolean;
  damagedFiles: DamagedFile[];
  /** True when `damagedFiles` was cut short. */
  damagedFilesTruncated: boolean;
  snapshots: number;
  packs: number;
  packsRead: number;
  bytesRead: number;
  /** Stored blobs that no snapshot needs, and their bytes in the repository; undefined if damage keeps it from being known. */
  unused: { blobs: number; bytes: number } | undefined;
}
