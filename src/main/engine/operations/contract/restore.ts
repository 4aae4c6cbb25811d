import type { Warning } from '../../../../shared/model/progress.ts';
import type { Id } from '../../format/id.ts';
import type { NodeType } from '../../format/node.ts';
import type { Outcome, SnapshotFilter } from './shared.ts';

export interface RestoreRequest {
  /** A snapshot's id, a prefix of it, or `latest`; with `:/path` behind it only that folder, at the target's top. */
  snapshot: string;
  filter?: SnapshotFilter;
  /** Absolute path of a folder; made if it is not there. */
  target: string;
  include?: string[];
  exclude?: string[];
  /** What to do with files that are there: `always` looks at content, `if-changed` at size and time, `never` leaves them. */
  overwrite?: 'always' | 'if-changed' | 'never';
  /** Plan only. */
  dryRun?: boolean;
  /** Read everything back afterwards and compare it with the snapshot. */
  verify?: boolean;
  /** Absolute path of a folder of this restore's own that keeps what it replaces, so that it can be undone. */
  keepReplacedIn?: string;
  /** Awaited when all of that is kept, durably, and nothing is replaced yet. */
  onKept?: () => Promise<void>;
  /** Paths the target must not lie inside or contain: where the data came from while it is still there. */
  protectedPaths?: string[];
}

/** What a restore will do, as a value to show before doing it. */
export interface RestorePlanSummary {
  snapshotId: Id;
  target: string;
  filesNew: number;
  filesReplaced: number;
  filesUnchanged: number;
  filesKept: number;
  dirs: number;
  others: number;
  /** Plain bytes to write. */
  bytes: number;
  /** Bytes to read from the repository. */
  packBytes: number;
  /** Bytes free at the target, if the operating system tells. */
  freeBytes: number | undefined;
}

export interface RestoreResult {
  outcome: Outcome;
  plan: RestorePlanSummary;
  filesRestored: number;
  bytesRestored: number;
  filesVerified: number;
  warnings: Warning[];
}

export interface ListRequest {
  snapshot: string;
  filter?: SnapshotFilter;
  /** Folder or file inside the snapshot; everything when empty. */
  path?: string;
  recursive?: boolean;
}

export interface ListedEntry {
  path: string;
  name: string;
  type: NodeType;
  size: number;
  /** Go's file mode, see format/mode.ts. */
  mode: number;
  mtime: string;
  atime: string;
  ctime: string;
  uid: number;
  gid: number;
  user: string;
  group: string;
  inode: number | bigint;
  linktarget: string | undefined;
}

export interface DumpRequest {
  snapshot: string;
  filter?: SnapshotFilter;
  path: string;
}
