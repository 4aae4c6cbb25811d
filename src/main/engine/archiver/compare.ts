import type { TreeNode } from '../format/node.ts';
import { parseTime } from '../format/time.ts';

/** Whether a file is as the snapshot before recorded it: size, modification and change time, inode. */
export function isUnchanged(now: TreeNode, before: TreeNode | undefined): before is TreeNode {
  if (before === undefined || before.type !== 'file' || now.type !== 'file' || before.content === null) return false;
  // 64-bit inodes are bigint where a number would not be exact.
  const sameInode = BigInt(now.inode ?? 0) === BigInt(before.inode ?? 0);
  return sameInode && (now.size ?? 0) === (before.size ?? 0) && isSameTime(now.mtime, before.mtime) && isSameTime(now.ctime, before.ctime);
}

/** Equal moments may be written in different time zones. */
function isSameTime(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && parseTime(a) === parseTime(b);
}
