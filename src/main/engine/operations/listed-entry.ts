import type { TreeNode } from '../format/node.ts';
import type { ListedEntry } from './contract.ts';

/** An entry of a tree as it is told. */
export function listedEntry(path: string, node: TreeNode): ListedEntry {
  return {
    path,
    name: node.name,
    type: node.type,
    size: node.size ?? 0,
    mode: node.mode ?? 0,
    mtime: node.mtime ?? '',
    atime: node.atime ?? '',
    ctime: node.ctime ?? '',
    uid: node.uid,
    gid: node.gid,
    user: node.user ?? '',
    group: node.group ?? '',
    inode: node.inode ?? 0,
    linktarget: node.linktarget,
  };
}
