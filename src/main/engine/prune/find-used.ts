import { LifeboatError } from '../../../shared/errors/index.ts';
import { type BlobSet, contentOf, emptyBlobSet, walkTrees } from '../tree-walk/index.ts';
import type { Id } from '../format/id.ts';
import type { Tree } from '../format/tree.ts';
import type { ReadingRepository } from '../repository/index.ts';

/**
 * Every blob the given trees need. Throws `prune-unsafe` if a tree cannot be read: what lies below it would seem unused
 * and be deleted although it may be saved yet.
 */
export async function findUsedBlobs(
  repository: Pick<ReadingRepository, 'loadTree'>,
  roots: Iterable<Id>,
  signal?: AbortSignal,
): Promise<BlobSet> {
  const { data } = emptyBlobSet();
  const failures: unknown[] = [];
  const visitor = {
    tree: (_id: Id, tree: Tree): void => {
      for (const node of tree.nodes) for (const blob of contentOf(node)) data.add(blob);
    },
    damaged: (_id: Id, error: unknown): void => void failures.push(error),
  };
  const tree = await walkTrees(repository, roots, visitor, signal);
  if (failures.length > 0) throw new LifeboatError('prune-unsafe', { missingBlobs: failures.length }, { cause: failures[0] });
  return { data, tree };
}
