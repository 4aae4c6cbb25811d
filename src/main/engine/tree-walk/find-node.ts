import type { Id } from '../format/id.ts';
import type { TreeNode } from '../format/node.ts';
import type { ReadingRepository } from '../repository/index.ts';

/** Where a path inside a snapshot leads: the top, or an entry with its normalised path. */
export type FoundNode = { kind: 'top' } | { kind: 'entry'; path: string; node: TreeNode };

/** A path with a drive's letter, which only Windows has. */
const DRIVE_PATH = /^([A-Za-z]):[\\/]/;

/**
 * The parts of a path inside a snapshot; doubled and outer slashes and `.` do not count. On Windows a path of its own is
 * one too: `C:\Data` is at `/C/Data`.
 */
export function pathParts(path: string, platform: NodeJS.Platform = process.platform): string[] {
  const drive = platform === 'win32' ? DRIVE_PATH.exec(path)?.[1] : undefined;
  const inside = drive === undefined ? path : `${drive.toUpperCase()}/${path.slice(2).replaceAll('\\', '/')}`;
  return inside.split('/').filter((part) => part !== '' && part !== '.');
}

/** The entry at `path` below a stored tree, or undefined if there is none. Links are not followed, `..` leads nowhere. */
export async function findNode(
  repository: ReadingRepository,
  root: Id,
  path: string,
  signal?: AbortSignal,
): Promise<FoundNode | undefined> {
  let found: FoundNode = { kind: 'top' };
  let tree: Id | undefined = root;
  for (const part of pathParts(path)) {
    if (tree === undefined) return undefined;
    const { nodes } = await repository.loadTree(tree, signal);
    const node: TreeNode | undefined = nodes.find((candidate) => candidate.name === part);
    if (node === undefined) return undefined;
    const parent: string = found.kind === 'top' ? '' : found.path;
    found = { kind: 'entry', path: `${parent}/${node.name}`, node };
    tree = node.type === 'dir' ? node.subtree : undefined;
  }
  return found;
}
