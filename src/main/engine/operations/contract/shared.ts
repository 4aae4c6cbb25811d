import type { Id } from '../../format/id.ts';
import type { Snapshot } from '../../format/snapshot.ts';

/** `completed-with-warnings`: the work is done and usable, and `warnings` say what is missing from it. */
export type Outcome = 'completed' | 'completed-with-warnings';

/** A snapshot and the name of its file. */
export interface SnapshotEntry {
  id: Id;
  snapshot: Snapshot;
}

/** Chooses snapshots; empty chooses all. */
export interface SnapshotFilter {
  hosts?: string[];
  /** Each inner list is a set of tags that must all be there; one list that fits is enough. */
  tags?: string[][];
  paths?: string[];
}

/** Snapshots found, oldest first. */
export interface SnapshotList {
  snapshots: SnapshotEntry[];
  /** Snapshot files that cannot be read. */
  unreadable: Id[];
}
