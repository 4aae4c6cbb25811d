import { isDamage } from '../damage.ts';
import type { Id } from '../format/id.ts';
import type { TreeNode } from '../format/node.ts';
import type { ReadingRepository } from '../repository/index.ts';

/** The entries of a directory in the snapshot before, by name. */
export type ParentEntries = ReadonlyMap<string, TreeNode>;

const NOTHING: ParentEntries = new Map();

/** Reads a directory of the snapshot before. One that is damaged counts as empty: its files are read again, which mends it. */
export async function parentEntries(
  repository: Pick<ReadingRepository, 'loadTree'>,
  tree: Id | undefined,
  signal?: AbortSignal,
): Promise<ParentEntries> {
  if (tree === undefined) return NOTHING;
  try {
    const { nodes } = await repository.loadTree(tree, signal);
    return new Map(nodes.map((node) => [node.name, node]));
  } catch (error) {
    if (isDamage(error)) return NOTHING;
    throw error;
  }
}
