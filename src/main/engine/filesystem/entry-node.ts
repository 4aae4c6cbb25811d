import { type BigIntStats, readlinkSync } from 'node:fs';
import { integerOf } from '../format/json.ts';
import { goMode } from '../format/mode.ts';
import { nameFromBytes, pathForSystem } from '../format/name.ts';
import type { NodeType, TreeNode } from '../format/node.ts';
import { formatTime } from '../format/time.ts';
import { groupName, userName } from './accounts.ts';
import { readAttributes } from './extended-attributes.ts';
import { readWindowsAttributes } from './windows-attributes.ts';

const KIND = 0o170000;
const DIRECTORY = 0o040000;
const TYPES: Readonly<Record<number, NodeType>> = {
  0o100000: 'file',
  0o040000: 'dir',
  0o120000: 'symlink',
  0o060000: 'dev',
  0o020000: 'chardev',
  0o010000: 'fifo',
  0o140000: 'socket',
};
const onWindows = process.platform === 'win32';

/** A node and, if some of its attributes could not be read, why. */
export interface EntryNode {
  node: TreeNode;
  incomplete: string | undefined;
}

/**
 * The node of an entry, with the fields restic gives to its type. The access time is not kept, since looking changes it:
 * like restic, the modification time stands in its place. Throws as `node:fs` does if a symlink cannot be read.
 */
export function entryNode(name: string, path: string, stats: BigIntStats): EntryNode {
  const posix = Number(stats.mode);
  const type = TYPES[posix & KIND] ?? 'irregular';
  const node = basicNode(name, type, posix, stats);
  addTypeFields(node, path, stats);
  const extended = readAttributes(path);
  if (extended.attributes) node.extended_attributes = extended.attributes;
  const generic = readWindowsAttributes(path);
  if (generic.attributes) node.generic_attributes = generic.attributes;
  return { node, incomplete: extended.reason ?? generic.reason };
}

function basicNode(name: string, type: NodeType, posix: number, stats: BigIntStats): TreeNode {
  const mtime = formatTime(stats.mtimeNs);
  const ctime = stats.ctimeNs === stats.mtimeNs ? mtime : formatTime(stats.ctimeNs);
  const [uid, gid] = [Number(stats.uid), Number(stats.gid)];
  const node: TreeNode = {
    name,
    type,
    mode: goMode(systemMode(posix)),
    mtime,
    atime: mtime,
    ctime,
    uid,
    gid,
    inode: integerOf(stats.ino),
    content: null,
  };
  const user = onWindows ? undefined : userName(uid);
  const group = onWindows ? undefined : groupName(gid);
  if (user !== undefined) node.user = user;
  if (group !== undefined) node.group = group;
  return node;
}

function addTypeFields(node: TreeNode, path: string, stats: BigIntStats): void {
  const { type } = node;
  if (type === 'file') node.size = Number(stats.size);
  if (type === 'symlink') node.linktarget = nameFromBytes(readlinkSync(pathForSystem(path), 'buffer'));
  if (type === 'dev' || type === 'chardev') node.device = integerOf(stats.rdev);
  if (type === 'dir' || type === 'fifo' || type === 'socket') return;
  node.links = integerOf(stats.nlink);
  // Device numbers change from mount to mount, so they are kept only where they tell hard links apart.
  if (stats.nlink > 1n) node.device_id = integerOf(stats.dev);
}

/** Node reports no permission to enter directories on Windows; restic, like Go, all of it. */
function systemMode(posix: number): number {
  return onWindows && (posix & KIND) === DIRECTORY ? posix | 0o777 : posix;
}
