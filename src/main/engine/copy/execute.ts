import { DamageSearch, MOST_FILES } from '../checker/index.ts';
import { isDamage } from '../damage.ts';
import type { Id } from '../format/id.ts';
import { IdSet } from '../format/id-set.ts';
import type { Tree } from '../format/tree.ts';
import type { CopiedSnapshot, CopyResult, SnapshotEntry } from '../operations/contract.ts';
import type { AppendingRepository, ReadingRepository, Uploader } from '../repository/index.ts';
import type { Hooks } from '../session.ts';
import { contentOf } from '../tree-walk/index.ts';
import { BlobTransfer } from './blob-transfer.ts';
import type { CopyPlan } from './plan.ts';
import { copyOf } from './same-snapshot.ts';

/** After so many bytes stored the snapshots that are whole are written: what a copy that is cut off has brought. */
const BATCH_BYTES = 256 * 1024 * 1024;
/** And after so many snapshots, however small. */
const BATCH_SNAPSHOTS = 500;
/** Trees read at a time. */
const TREE_LANES = 8;

/** What executing a plan did. */
export type ExecutedCopy = Pick<
  CopyResult,
  'copied' | 'damaged' | 'damagedFiles' | 'damagedFilesTruncated' | 'blobsCopied' | 'bytesCopied' | 'bytesStored'
>;

/**
 * Copies the missing snapshots of a plan. Each batch is durable and indexed before its snapshots are written. A snapshot of
 * which something can be had in neither place is left out and named; the others are copied.
 */
export async function executeCopy(
  source: ReadingRepository,
  target: AppendingRepository,
  plan: CopyPlan,
  hooks: Hooks & { signal: AbortSignal },
): Promise<ExecutedCopy> {
  return await new Copying(source, target, hooks).run(plan.missing);
}

class Copying {
  readonly #source: ReadingRepository;
  readonly #target: AppendingRepository;
  readonly #hooks: Hooks & { signal: AbortSignal };
  readonly #transfer: BlobTransfer;
  readonly #search: DamageSearch;
  /** Trees that were looked into: what they need was carried, or noted as lost. */
  readonly #visited = new IdSet();
  readonly #copied: CopiedSnapshot[] = [];
  readonly #damaged: Id[] = [];
  #snapshots = 0;

  constructor(source: ReadingRepository, target: AppendingRepository, hooks: Hooks & { signal: AbortSignal }) {
    this.#source = source;
    this.#target = target;
    this.#hooks = hooks;
    this.#transfer = new BlobTransfer(source, () => this.#tell(), hooks.signal);
    const trees = { loadTree: async (id: Id) => await this.#loadTree(id) };
    this.#search = new DamageSearch(trees, { isLost: (type, id) => this.#transfer.lost[type].has(id) }, hooks.signal);
  }

  async run(missing: readonly SnapshotEntry[]): Promise<ExecutedCopy> {
    const { signal } = this.#hooks;
    for (let next = 0; next < missing.length; ) {
      const whole: SnapshotEntry[] = [];
      await this.#target.withUploader(
        async (uploader) => {
          next = await this.#copyBatch(uploader, missing, next, whole);
        },
        { signal },
      );
      for (const entry of whole) this.#copied.push({ source: entry.id, copy: await this.#target.saveSnapshot(copyOf(entry)) });
    }
    const { blobs, bytes, storedBytes } = this.#transfer.counts;
    const { files } = this.#search;
    return {
      copied: this.#copied,
      damaged: this.#damaged,
      damagedFiles: files.slice(0, MOST_FILES),
      damagedFilesTruncated: files.length > MOST_FILES,
      blobsCopied: blobs,
      bytesCopied: bytes,
      bytesStored: storedBytes,
    };
  }

  /** Copies snapshots from the `first` on until the batch is large enough; which one comes next. Those that are whole are added to `whole`. */
  async #copyBatch(uploader: Uploader, missing: readonly SnapshotEntry[], first: number, whole: SnapshotEntry[]): Promise<number> {
    const enough = this.#transfer.counts.storedBytes + BATCH_BYTES;
    let next = first;
    while (next < missing.length && next - first < BATCH_SNAPSHOTS && this.#transfer.counts.storedBytes < enough) {
      const entry = missing[next++] as SnapshotEntry;
      await this.#carryTrees(uploader, entry.snapshot.tree);
      if (await this.#isWhole(entry)) whole.push(entry);
      else this.#damaged.push(entry.id);
      this.#snapshots += 1;
      this.#tell();
    }
    return next;
  }

  /** Whether everything the snapshot needs is in the target now. Nothing is searched as long as nothing is lost. */
  async #isWhole({ id, snapshot }: SnapshotEntry): Promise<boolean> {
    if (!this.#transfer.hasLost || !(await this.#search.reaches(snapshot.tree))) return true;
    await this.#search.list(id, snapshot.tree, '/');
    return false;
  }

  /** Carries a tree and all below it. Trees the target has are looked into too: their content may be missing there. */
  async #carryTrees(uploader: Uploader, root: Id): Promise<void> {
    const waiting = [root];
    while (waiting.length > 0) {
      const ids = waiting.splice(-TREE_LANES).filter((id) => this.#visited.add(id));
      const trees = await Promise.all(ids.map(async (id) => await this.#wantTree(uploader, id)));
      for (const tree of trees) {
        for (const node of tree?.nodes ?? []) {
          for (const blob of contentOf(node)) this.#transfer.want(uploader, 'data', blob);
          if (node.type === 'dir' && node.subtree !== undefined && !this.#visited.has(node.subtree)) waiting.push(node.subtree);
        }
      }
      if (this.#transfer.isFull) await this.#transfer.carry(uploader);
    }
    await this.#transfer.carry(uploader);
  }

  async #wantTree(uploader: Uploader, id: Id): Promise<Tree | undefined> {
    try {
      const tree = await this.#loadTree(id);
      this.#transfer.want(uploader, 'tree', id);
      return tree;
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#transfer.lost.tree.add(id);
      return undefined;
    }
  }

  /** From the source, or where it is damaged there from the target. */
  async #loadTree(id: Id): Promise<Tree> {
    const { signal } = this.#hooks;
    try {
      return await this.#source.loadTree(id, signal);
    } catch (error) {
      if (!isDamage(error) || !this.#target.index.has('tree', id)) throw error;
      return await this.#target.loadTree(id, signal);
    }
  }

  #tell(): void {
    const { bytes, storedBytes } = this.#transfer.counts;
    this.#hooks.onProgress?.({ kind: 'done', files: this.#snapshots, bytes, storedBytes });
  }
}
