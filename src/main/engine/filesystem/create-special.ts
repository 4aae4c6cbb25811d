import type { TreeNode } from '../format/node.ts';
import { linuxNative } from './native/index.ts';
import { reasonOf } from './system-error.ts';

/** POSIX kinds of the entries that only `mknod` can make. */
const KINDS: Readonly<Partial<Record<TreeNode['type'], number>>> = { fifo: 0o010000, dev: 0o060000, chardev: 0o020000 };
const OWNER_ONLY = 0o600;

/**
 * Makes a fifo or a device at a path where nothing is yet, without metadata. Returns undefined if it is made, else why it
 * cannot be: `unsupported` for sockets (a program that listens makes its own), irregular files and systems without these;
 * otherwise the operating system's reason, such as `EPERM` for devices without an administrator's rights.
 */
export function createSpecial(path: string, node: TreeNode): string | undefined {
  const kind = KINDS[node.type];
  const native = linuxNative();
  if (kind === undefined || !native) return 'unsupported';
  try {
    native.makeNode(path, kind | OWNER_ONLY, node.type === 'fifo' ? 0n : BigInt(node.device ?? 0));
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}
