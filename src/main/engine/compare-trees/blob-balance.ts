import { contentOf, type BlobSet, emptyBlobSet, walkTrees } from '../tree-walk/index.ts';
import type { BlobType } from '../format/blob.ts';
import type { Id } from '../format/id.ts';
import { IdSet } from '../format/id-set.ts';
import type { TreeNode } from '../format/node.ts';
import type { BlobIndex, ReadingRepository } from '../repository/index.ts';

/** Blobs that one side has and the other lacks. */
export interface BlobSum {
  dataBlobs: number;
  treeBlobs: number;
  /** Plain bytes. */
  bytes: number;
}

/** Which blobs only one of two trees needs. */
export class BlobBalance {
  readonly before = new SideBlobs();
  readonly after = new SideBlobs();
  /** Trees that both have, with all that is below them. */
  readonly #common = new Set<Id>();

  /** Notes a folder that both have. */
  share(tree: Id): void {
    this.#common.add(tree);
  }

  /**
   * Adds up each side's own blobs. What both share elsewhere is nobody's own, so the common folders are read. Folders that
   * cannot be read are told and then count as holding nothing.
   */
  async sums(
    repository: Pick<ReadingRepository, 'loadTree' | 'index'>,
    onDamaged: (id: Id, error: unknown) => void,
    signal?: AbortSignal,
  ): Promise<{ removed: BlobSum; added: BlobSum }> {
    const common = emptyBlobSet();
    const visitor = {
      tree: (id: Id, { nodes }: { nodes: TreeNode[] }): void => {
        common.tree.add(id);
        for (const node of nodes) for (const blob of contentOf(node)) common.data.add(blob);
      },
      damaged: onDamaged,
    };
    await walkTrees(repository, this.#common, visitor, signal);
    return {
      removed: this.before.sumWithout(this.after, common, repository.index),
      added: this.after.sumWithout(this.before, common, repository.index),
    };
  }
}

/** The blobs of the folders and files of one side that the other does not have in the same place. */
class SideBlobs {
  readonly #ids: Record<BlobType, Id[]> = { data: [], tree: [] };
  readonly #sets: BlobSet = { data: new IdSet(), tree: new IdSet() };

  addTree(tree: Id): void {
    this.#add('tree', tree);
  }

  /** Adds what an entry itself refers to. */
  addNode(node: TreeNode): void {
    for (const blob of contentOf(node)) this.#add('data', blob);
    if (node.type === 'dir' && node.subtree !== undefined) this.#add('tree', node.subtree);
  }

  sumWithout(other: SideBlobs, common: BlobSet, index: BlobIndex): BlobSum {
    const sum: BlobSum = { dataBlobs: 0, treeBlobs: 0, bytes: 0 };
    for (const type of ['data', 'tree'] as const) {
      for (const id of this.#ids[type]) {
        if (other.#sets[type].has(id) || common[type].has(id)) continue;
        sum[type === 'data' ? 'dataBlobs' : 'treeBlobs'] += 1;
        sum.bytes += index.plainLength(type, id) ?? 0;
      }
    }
    return sum;
  }

  #add(type: BlobType, id: Id): void {
    if (this.#sets[type].add(id)) this.#ids[type].push(id);
  }
}
