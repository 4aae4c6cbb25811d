import type { Id } from '../format/id.ts';
import type { Tree } from '../format/tree.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { type BlobSet, contentOf, emptyBlobSet, isDamagedNode, walkTrees } from '../tree-walk/index.ts';
import type { Findings } from './findings.ts';
import type { Losses } from './losses.ts';

/** Walks every tree of the snapshots and looks for what is missing; returns every blob they need. */
export async function checkTrees(
  repository: Pick<ReadingRepository, 'loadTree' | 'index'>,
  roots: Iterable<Id>,
  findings: Findings,
  losses: Losses,
  options: { signal?: AbortSignal; onTree?: (trees: number) => void } = {},
): Promise<BlobSet> {
  const { data } = emptyBlobSet();
  let trees = 0;
  const visitor = {
    tree: (id: Id, tree: Tree): void => {
      for (const node of tree.nodes) {
        if (isDamagedNode(node)) findings.add('node-damaged', id, node.name);
        for (const blob of contentOf(node))
          if (data.add(blob) && !repository.index.has('data', blob)) findings.add('blob-missing', blob, id);
      }
      options.onTree?.(++trees);
    },
    damaged: (id: Id): void => {
      if (!repository.index.has('tree', id)) findings.add('tree-missing', id);
      // A missing or cut pack has its own finding, which says it all.
      else if (!losses.isLost('tree', id)) findings.add('tree-damaged', id);
      losses.addLostTree(id);
    },
  };
  const tree = await walkTrees(repository, roots, visitor, options.signal);
  return { data, tree };
}
