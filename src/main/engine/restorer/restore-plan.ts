import type { Warning } from '../../../shared/model/progress.ts';
import { entryPath } from '../filesystem/index.ts';
import type { TreeNode } from '../format/node.ts';
import type { RestorePlanSummary } from '../operations/contract.ts';
import type { ContentTable } from './content-table.ts';
import type { FetchPlan } from './fetch-plan.ts';

/** What happens with files that are there: see `RestoreRequest.overwrite`. */
export type Overwrite = 'always' | 'if-changed' | 'never';

/** A folder of the restore, the target itself included. */
export interface PlannedDirectory {
  /** Absolute path in the target. */
  path: string;
  /** Path in the snapshot, for people. */
  snapshotPath: string;
  /** Undefined for the target itself. */
  node: TreeNode | undefined;
  parent: PlannedDirectory | undefined;
  /** `make`: not there. `replace`: a link or file is in its place. `exists`: there, stays. */
  action: 'make' | 'replace' | 'exists';
  /** Whether the patterns ask for the folder itself; its details are then set even if it was there. */
  selected: boolean;
  /** Whether something selected lies in it, or it is selected itself. */
  needed: boolean;
}

/** `blocked`: cannot be restored, a warning says why. `keep`: something is there and stays as it is. */
export type FileAction = 'new' | 'replace' | 'unchanged' | 'keep' | 'blocked';

export interface PlannedFile {
  directory: PlannedDirectory;
  /** Its name in the target, where it cannot have its own. */
  standIn?: string;
  /** Without its content, which is below. */
  node: TreeNode;
  /** Numbers of its blobs in the plan's table. */
  content: Uint32Array;
  /** Plain bytes; NaN if a blob is not known. */
  size: number;
  action: FileAction;
  /** The file of the plan it is a hard link to. */
  linkTo?: PlannedFile;
  /** What is at its place now, for files with several links. */
  existing?: { dev: bigint; ino: bigint };
}

/** A symbolic link, pipe or device. */
export interface PlannedOther {
  directory: PlannedDirectory;
  /** Its name in the target, where it cannot have its own. */
  standIn?: string;
  node: TreeNode;
}

/** What a restore will do, decided completely before anything is touched. */
export interface RestorePlan {
  summary: RestorePlanSummary;
  overwrite: Overwrite;
  /** A folder stands before what lies in it; the first is the target. Only needed ones. */
  directories: PlannedDirectory[];
  files: PlannedFile[];
  others: PlannedOther[];
  table: ContentTable;
  /** Where the content of files to be written comes from. */
  fetch: FetchPlan;
  /** Bytes the target's device will have to hold, holes left out. */
  allocatedBytes: number;
  /** What cannot be restored, known already. */
  warnings: Warning[];
}

/** Absolute path of an entry in the target. */
export function targetPath(entry: PlannedOther): string {
  return entryPath(entry.directory.path, entry.standIn ?? entry.node.name);
}

/** Path of an entry in the snapshot. */
export function snapshotPath(entry: { directory: PlannedDirectory; node: TreeNode }): string {
  return `${entry.directory.snapshotPath}/${entry.node.name}`;
}
