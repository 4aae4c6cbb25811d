import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { scanDirectory } from '../../src/main/engine/filesystem/index.ts';
import { pathForSystem } from '../../src/main/engine/format/name.ts';
import type { TreeNode } from '../../src/main/engine/format/node.ts';

/** What is compared of one file or folder: all that a backup keeps, and the content's hash. */
export type TreeFact = Omit<TreeNode, 'content' | 'inode' | 'device_id' | 'atime' | 'ctime'> & { hash: string | undefined };

/** Everything below a folder, by path. Hard links show as the path of the first of them. */
export function treeFacts(root: string): Record<string, TreeFact> {
  const facts: Record<string, TreeFact> = {};
  collect(root, '', facts, new Map());
  return facts;
}

function collect(root: string, folder: string, facts: Record<string, TreeFact>, seen: Map<bigint, string>): void {
  for (const { content: _content, inode: _inode, device_id: _device, atime: _atime, ctime: _ctime, ...node } of scanDirectory(root + folder)
    .nodes) {
    const path = `${folder}/${node.name}`;
    facts[path] = { ...node, hash: node.type === 'file' ? hashOf(root + path, path, seen) : undefined };
    if (node.type === 'dir') collect(root, path, facts, seen);
  }
}

function hashOf(path: string, name: string, seen: Map<bigint, string>): string {
  const { ino, nlink } = lstatSync(pathForSystem(path), { bigint: true });
  const first = seen.get(ino);
  if (nlink > 1n && first !== undefined) return `same file as ${first}`;
  seen.set(ino, name);
  return createHash('sha256')
    .update(readFileSync(pathForSystem(path)))
    .digest('hex');
}
