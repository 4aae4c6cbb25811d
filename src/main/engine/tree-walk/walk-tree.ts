import { type DamageDetail, isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Id } from '../format/id.ts';
import type { TreeNode } from '../format/node.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { isDamage } from '../damage.ts';

/**
 * Folders inside folders that are followed. Far beyond what any operating system can hold; stored trees are data from
 * outside, and this keeps a hostile one from asking for more and more memory.
 */
export const MAX_DEPTH = 4096;

/** What a walk meets: an entry, or a folder whose own entries cannot be read. `depth` counts the folders it lies in. */
export type WalkStep =
  | { kind: 'node'; path: string; depth: number; node: TreeNode }
  | { kind: 'failure'; path: string; depth: number; error: LifeboatError };

export interface WalkOptions {
  signal?: AbortSignal;
  /** Put before every path; empty, or a path without a slash at its end. */
  basePath?: string;
  /** Asked for each folder after its step was consumed; false skips what is inside. Without it everything is entered. */
  enters?: (path: string, node: TreeNode) => boolean;
}

interface Frame {
  path: string;
  nodes: readonly TreeNode[];
  next: number;
}

/**
 * Every entry below a stored tree, a folder before what it holds, in the order of names. Needs memory for one tree
 * per level. A damaged folder becomes a `failure` step and the rest goes on; only the top tree's failure is thrown.
 */
export async function* walkTree(repository: ReadingRepository, root: Id, options: WalkOptions = {}): AsyncGenerator<WalkStep> {
  const { signal } = options;
  const stack: Frame[] = [{ path: options.basePath ?? '', nodes: (await repository.loadTree(root, signal)).nodes, next: 0 }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.nodes[frame.next++];
    if (node === undefined) {
      stack.pop();
      continue;
    }
    const path = `${frame.path}/${node.name}`;
    const depth = stack.length - 1;
    yield { kind: 'node', path, depth, node };
    if (node.type !== 'dir' || options.enters?.(path, node) === false) continue;
    const inside = stack.length < MAX_DEPTH ? await openFolder(repository, node, signal) : brokenFolder(node, 'too-large');
    if (isLifeboatError(inside)) yield { kind: 'failure', path, depth, error: inside };
    else stack.push({ path, nodes: inside, next: 0 });
  }
}

/** What a folder holds, or why it cannot be read. Failures that concern the whole work are thrown. */
async function openFolder(
  repository: ReadingRepository,
  node: TreeNode,
  signal: AbortSignal | undefined,
): Promise<readonly TreeNode[] | LifeboatError> {
  if (node.subtree === undefined) return brokenFolder(node, 'wrong-shape');
  try {
    return (await repository.loadTree(node.subtree, signal)).nodes;
  } catch (error) {
    if (!isDamage(error)) throw error;
    return error;
  }
}

function brokenFolder(node: TreeNode, detail: DamageDetail): LifeboatError {
  return new LifeboatError('tree-damaged', { tree: node.subtree ?? '', detail });
}
