import { chmodSync, fchmodSync, fchownSync, fstatSync, lchownSync, lstatSync } from 'node:fs';
import { posixPermissions } from '../format/mode.ts';
import { pathForSystem } from '../format/name.ts';
import type { TreeNode } from '../format/node.ts';
import { writeAttributes } from './extended-attributes.ts';
import type { MetadataDetail, UnsetDetail } from './metadata.ts';
import { setTimes } from './set-times.ts';
import { reasonOf } from './system-error.ts';
import { writeWindowsAttributes } from './windows-attributes.ts';

/** How one kind of detail is given back; why it failed, if it did. */
type Setter = (path: string, node: TreeNode, descriptor: number | undefined) => string | undefined;

// Changing the owner clears setuid and file capabilities, so it comes first. A read-only mode keeps a file's owner from
// setting attributes, so it follows them; on Windows it may keep times out too. None of what follows the times touches them.
const SETTERS: readonly (readonly [MetadataDetail, Setter])[] = [
  ['owner', setOwner],
  ['extended-attributes', setExtendedAttributes],
  ['times', setTimes],
  ['mode', setMode],
  ['windows-attributes', (path, node) => writeWindowsAttributes(path, node.generic_attributes)],
];

/**
 * Gives an entry that is already there (with its content, of a directory after its entries) a node's owner, extended
 * attributes, times, mode and Windows attributes. Symlinks are never followed. Never throws: returns what could not be set.
 * Without an administrator's rights an owner that is somebody else is no failure: nobody could expect it.
 * Of a file that is open anyway `descriptor` saves looking for it again and again.
 */
export function applyMetadata(path: string, node: TreeNode, descriptor?: number): UnsetDetail[] {
  const unset: UnsetDetail[] = [];
  for (const [detail, set] of SETTERS) {
    const reason = set(path, node, descriptor);
    if (reason !== undefined) unset.push({ detail, reason });
  }
  return unset;
}

function setOwner(path: string, node: TreeNode, descriptor: number | undefined): string | undefined {
  if (process.platform === 'win32') return undefined;
  return attempt(() => {
    const target = pathForSystem(path);
    const { uid, gid } = descriptor === undefined ? lstatSync(target) : fstatSync(descriptor);
    const change = (owner: number): void =>
      descriptor === undefined ? lchownSync(target, owner, node.gid) : fchownSync(descriptor, owner, node.gid);
    if (uid === node.uid && gid === node.gid) return;
    if (process.geteuid?.() === 0) change(node.uid);
    else if (gid !== node.gid) tryChangeGroup(() => change(uid));
  });
}

/** One's own files may be given to the groups one is in. */
function tryChangeGroup(change: () => void): void {
  try {
    change();
  } catch (error) {
    if (reasonOf(error) !== 'EPERM') throw error;
  }
}

function setExtendedAttributes(path: string, node: TreeNode): string | undefined {
  return writeAttributes(path, node.extended_attributes ?? []);
}

function setMode(path: string, node: TreeNode, descriptor: number | undefined): string | undefined {
  const { mode, type } = node;
  if (mode === undefined || type === 'symlink') return undefined;
  // Where the file's Windows attributes are known, they say whether it is read-only.
  if (process.platform === 'win32' && node.generic_attributes !== undefined) return undefined;
  return attempt(() => {
    if (descriptor !== undefined) return fchmodSync(descriptor, posixPermissions(mode));
    const target = pathForSystem(path);
    // chmod follows symlinks; one in the entry's place must not lead it astray.
    if (lstatSync(target).isSymbolicLink()) return;
    chmodSync(target, posixPermissions(mode));
  });
}

function attempt(change: () => void): string | undefined {
  try {
    change();
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}
