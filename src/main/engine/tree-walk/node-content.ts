import type { Id } from '../format/id.ts';
import type { TreeNode } from '../format/node.ts';

/** The blobs of a file; empty for everything else. */
export function contentOf(node: TreeNode): readonly Id[] {
  return node.type === 'file' ? (node.content ?? []) : [];
}

/** Whether a node lacks what its kind needs: a file its content, a directory its tree. */
export function isDamagedNode(node: TreeNode): boolean {
  if (node.name === '') return true;
  if (node.type === 'dir') return node.subtree === undefined;
  return node.type === 'file' && node.content === null && (node.size ?? 0) > 0;
}
