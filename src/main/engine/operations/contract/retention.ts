import type { Id } from '../../format/id.ts';
import type { SnapshotEntry, SnapshotFilter } from './shared.ts';

/** restic's `--keep-*` set. Numbers are counts; -1 means all. Durations are restic's `1y5m7d2h`. */
export interface RetentionPolicy {
  last?: number | undefined;
  hourly?: number | undefined;
  daily?: number | undefined;
  weekly?: number | undefined;
  monthly?: number | undefined;
  yearly?: number | undefined;
  within?: string;
  withinHourly?: string;
  withinDaily?: string;
  withinWeekly?: string;
  withinMonthly?: string;
  withinYearly?: string;
  tags?: string[][];
}

/** A snapshot that must stay whatever the policy says, and why: `newest proven`, `last clean`, `kept by Ana`. */
export interface Pin {
  snapshot: Id;
  reason: string;
}

export interface ForgetRequest {
  policy?: RetentionPolicy;
  pins?: Pin[];
  /** Ids or prefixes to forget; the policy, the filter and the groups then do not count. Pinned ones stay. */
  snapshots?: string[];
  filter?: SnapshotFilter;
  /** Snapshots are judged in groups that agree in these. Default host and paths. */
  groupBy?: ('host' | 'paths' | 'tags')[];
  dryRun?: boolean;
}

export interface KeptSnapshot extends SnapshotEntry {
  /** Why it stays, such as `daily` or `pinned: newest proven`. */
  reasons: string[];
}

export interface ForgetGroup {
  host: string | undefined;
  paths: string[] | undefined;
  tags: string[] | undefined;
  keep: KeptSnapshot[];
  forget: SnapshotEntry[];
}

export interface ForgetResult {
  /** What was decided, group by group; one group of its own for snapshots that were named. Newest first in each. */
  groups: ForgetGroup[];
  /** Snapshot files that were removed; none in a dry run. */
  forgotten: Id[];
  /** Snapshot files that were to go and stay, because the place protects them for now. */
  locked: Id[];
  /** Snapshot files that cannot be read; they stay. */
  unreadable: Id[];
}

export interface PruneRequest {
  dryRun?: boolean;
  /** What may stay unused: a percentage of what the repository then holds, bytes, or unlimited. Default 5 percent. */
  maxUnused?: { percent: number } | { bytes: number } | 'unlimited';
  /** At most this many bytes are repacked. */
  maxRepackBytes?: number;
  /** Only packs that hold nothing else than directories are repacked. */
  repackCacheableOnly?: boolean;
  /** Small packs are joined too. */
  repackSmall?: boolean;
}

/** What prune will do, as a value. Bytes are stored bytes. */
export interface PrunePlanSummary {
  blobsUsed: number;
  bytesUsed: number;
  blobsDuplicate: number;
  bytesDuplicate: number;
  blobsUnused: number;
  bytesUnused: number;
  packsKept: number;
  packsRepacked: number;
  bytesRepacked: number;
  /** Unused bytes freed by repacking. */
  bytesFreedByRepack: number;
  packsDeleted: number;
  bytesDeleted: number;
  /** Packs no index names; deleted. */
  packsUnreferenced: number;
  bytesUnreferenced: number;
  /** Bytes that stay although nothing uses them. */
  bytesUnusedAfter: number;
}

export interface PruneResult {
  plan: PrunePlanSummary;
  executed: boolean;
  /** Packs that were to go and stay, because the place protects them, or index files that name them, for now. */
  packsLocked: number;
  /** Old index files that stay for the same reason. */
  indexFilesLocked: number;
  /** Files that interrupted saves had left behind and that were removed. */
  temporaryFilesRemoved: number;
}
