import type { Id } from '../../format/id.ts';
import type { Outcome, SnapshotFilter } from './shared.ts';

export interface RepairIndexRequest {
  /** Read the header of every pack, not only of those the index does not know or knows wrongly. */
  readAllPacks?: boolean;
}

export interface RepairIndexResult {
  /** Packs whose header was read. */
  packsRead: number;
  /** Packs the index names now. */
  packsIndexed: number;
  /** Packs that are gone; the index no longer names them. */
  packsMissing: Id[];
  /** Packs whose header cannot be read although blobs in them verify: only those stay in the index. Mended by repair packs. */
  packsSalvaged: Id[];
  /** Packs of which nothing can be read; they stay where they are and are named in no index. */
  packsUnreadable: Id[];
  /** Entries the index knew in packs without a readable header that do not verify any more. */
  blobsLost: number;
  indexFilesWritten: number;
  indexFilesRemoved: number;
}

export interface RepairPacksRequest {
  /** Ids of packs, or beginnings of them; without any, every pack is read. */
  packs?: string[];
  /** Only say what is damaged. */
  dryRun?: boolean;
}

export interface RepairPacksResult {
  /** `completed-with-warnings`: packs were damaged. */
  outcome: Outcome;
  packsRead: number;
  packsDamaged: Id[];
  /** Blobs of damaged packs that were stored anew. */
  blobsSaved: number;
  /** Blobs of which no copy is left. */
  blobsLost: number;
  /** Damaged packs that stay because the place protects them for now. */
  packsLocked: number;
}

export interface RepairSnapshotsRequest {
  /** Ids, prefixes or `latest`; the filter then only narrows `latest`. Without any, all that fit the filter. */
  snapshots?: string[];
  filter?: SnapshotFilter;
  /** Only say what would be done. */
  dryRun?: boolean;
}

/** A broken snapshot and what became of it. */
export interface RepairedSnapshot {
  id: Id;
  /** The snapshot without the broken parts. Undefined in a dry run that would make one, or if nothing could be saved. */
  repaired: Id | undefined;
  /** Nothing of it can be saved: there is no repaired snapshot. */
  isHopeless: boolean;
  /** Paths that could not be saved; a folder stands for all that was in it. */
  lost: string[];
  /** True when `lost` was cut short. */
  lostTruncated: boolean;
}

export interface RepairSnapshotsResult {
  /** `completed-with-warnings`: something could not be saved. */
  outcome: Outcome;
  /** Packs that no readable index file named; an index file names them now, or would but for a dry run. */
  packsIndexed: number;
  /** Snapshots looked at. */
  snapshots: number;
  /** Those that are broken, oldest first. */
  broken: RepairedSnapshot[];
  /** Snapshot files that cannot be read. */
  unreadable: Id[];
  /** Snapshot files that were removed. */
  forgotten: Id[];
  /** Snapshot files that stay because the place protects them for now. */
  locked: Id[];
}
