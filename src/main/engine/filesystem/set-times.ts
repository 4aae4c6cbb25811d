import { lutimesSync, utimesSync } from 'node:fs';
import { pathForSystem } from '../format/name.ts';
import type { TreeNode } from '../format/node.ts';
import { parseTime } from '../format/time.ts';
import { linuxNative, windowsNative } from './native/index.ts';
import { reasonOf } from './system-error.ts';
import { creationTimeOf } from './windows-attributes.ts';

/** 1601-01-01 in 100-nanosecond steps before 1970. */
const FILETIME_EPOCH = 116_444_736_000_000_000n;

/**
 * Gives a path the times of a node, of a symlink its own: to the nanosecond where the system can, else as close as Node comes.
 * Returns why it failed, if it did.
 */
export function setTimes(path: string, node: TreeNode): string | undefined {
  const modified = timeOf(node.mtime);
  if (modified === undefined) return undefined;
  const accessed = timeOf(node.atime) ?? modified;
  try {
    if (linuxNative()) linuxNative()?.setTimes(path, accessed, modified);
    else if (windowsNative()) setFileTimes(path, node, accessed, modified);
    else setRoundedTimes(path, node, accessed, modified);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function setFileTimes(path: string, node: TreeNode, accessed: bigint, modified: bigint): void {
  const created = creationTimeOf(node.generic_attributes);
  windowsNative()?.setTimes(path, {
    ...(created !== undefined && { created }),
    accessed: fileTime(accessed),
    modified: fileTime(modified),
  });
}

function setRoundedTimes(path: string, node: TreeNode, accessed: bigint, modified: bigint): void {
  const set = node.type === 'symlink' ? lutimesSync : utimesSync;
  set(pathForSystem(path), Number(accessed) / 1e9, Number(modified) / 1e9);
}

function fileTime(nanoseconds: bigint): bigint {
  const steps = nanoseconds / 100n + FILETIME_EPOCH;
  return steps > 0n ? steps : 0n;
}

function timeOf(text: string | undefined): bigint | undefined {
  return text === undefined ? undefined : parseTime(text);
}
