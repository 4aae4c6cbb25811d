import { throwIfAborted } from '../abort.ts';
import type { Id } from '../format/id.ts';
import { IdSet } from '../format/id-set.ts';
import type { Tree } from '../format/tree.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { isDamage } from '../damage.ts';

/** What a walk over trees tells. */
export interface TreeVisitor {
  /** A tree that was read; told once for each tree, however many snapshots and folders share it. */
  tree(id: Id, tree: Tree): void;
  /** A tree that is missing or damaged; what lies below it is not visited. */
  damaged(id: Id, error: unknown): void;
}

/** Trees read at a time. */
const LANES = 4;

/**
 * Visits every tree that can be reached from `roots`, in no order. Remembers only ids, so that its memory does not grow
 * with the trees' content. Returns the ids of all trees met, damaged ones too.
 */
export async function walkTrees(
  repository: Pick<ReadingRepository, 'loadTree'>,
  roots: Iterable<Id>,
  visitor: TreeVisitor,
  signal?: AbortSignal,
): Promise<IdSet> {
  const met = new IdSet();
  const waiting: Id[] = [];
  const meet = (id: Id): void => {
    if (met.add(id)) waiting.push(id);
  };
  for (const root of roots) meet(root);
  const visit = async (id: Id): Promise<void> => {
    const tree = await loadOrTell(repository, id, visitor, signal);
    for (const node of tree?.nodes ?? []) if (node.type === 'dir' && node.subtree !== undefined) meet(node.subtree);
  };
  await drain(waiting, visit, signal);
  return met;
}

async function loadOrTell(
  repository: Pick<ReadingRepository, 'loadTree'>,
  id: Id,
  visitor: TreeVisitor,
  signal: AbortSignal | undefined,
): Promise<Tree | undefined> {
  let tree: Tree;
  try {
    tree = await repository.loadTree(id, signal);
  } catch (error) {
    if (!isDamage(error)) throw error;
    visitor.damaged(id, error);
    return undefined;
  }
  visitor.tree(id, tree);
  return tree;
}

/** Works off a stack that grows while it is worked off, some entries at a time. */
async function drain(waiting: Id[], visit: (id: Id) => Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  const running = new Set<Promise<void>>();
  try {
    while (waiting.length > 0 || running.size > 0) {
      throwIfAborted(signal);
      while (waiting.length > 0 && running.size < LANES) {
        const run: Promise<void> = visit(waiting.pop() as Id).finally(() => running.delete(run));
        running.add(run);
      }
      await Promise.race(running);
    }
  } finally {
    await Promise.allSettled(running);
  }
}
