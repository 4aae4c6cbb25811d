import { IdSet } from '../format/id-set.ts';
import type { Id } from '../format/id.ts';
import type { TreeNode } from '../format/node.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { type FoldPlace, TreeFold, type TreeFoldOptions } from '../tree-fold/index.ts';

/** What a folder holds, with all that is below. */
interface Total {
  entries: number;
  /** Bytes of files that have no other hard link. */
  bytes: number;
  /** Whether files with other hard links are below. */
  hasLinks: boolean;
}

const NOTHING: Total = { entries: 0, bytes: 0, hasLinks: false };
const ANYWHERE: FoldPlace = { key: '' };

/** Adds up what restoring whole snapshots would write. A folder that many snapshots share is read once. */
export class RestoreSize {
  readonly #repository: Pick<ReadingRepository, 'loadTree'>;
  readonly #options: TreeFoldOptions;
  readonly #totals = new TotalStore();
  readonly #fold: TreeFold<FoldPlace, Total, Total>;

  constructor(repository: Pick<ReadingRepository, 'loadTree'>, options: TreeFoldOptions) {
    this.#repository = repository;
    this.#options = options;
    this.#fold = new TreeFold(
      repository,
      {
        damaged: NOTHING,
        recall: (tree) => this.#totals.get(tree),
        open: (nodes) => ({ open: ownTotal(nodes), folders: foldersOf(nodes).map((node) => ({ node, place: ANYWHERE })) }),
        close: (tree, _place, own, below) => this.#totals.put(tree, below.reduce(sum, own)),
      },
      options,
    );
  }

  /** Entries of every kind in a snapshot, and bytes of its files; hard links of one file count once. */
  async of(tree: Id, path: string): Promise<{ files: number; bytes: number }> {
    const { entries, bytes, hasLinks } = await this.#fold.outcome(tree, ANYWHERE, path);
    return { files: entries, bytes: bytes + (hasLinks ? await this.#linkedBytes(tree) : 0) };
  }

  /** Which links belong together is known only within one snapshot, so folders that have some are read again. */
  async #linkedBytes(root: Id): Promise<number> {
    const seen = new Set<string>();
    const waiting = [root];
    let bytes = 0;
    for (let tree = waiting.pop(); tree !== undefined; tree = waiting.pop()) {
      const { nodes } = await this.#repository.loadTree(tree, this.#options.signal);
      for (const node of nodes) {
        if (isLinked(node) && isFirst(node, seen)) bytes += node.size ?? 0;
        if (node.type === 'dir' && node.subtree !== undefined && this.#totals.get(node.subtree)?.hasLinks) waiting.push(node.subtree);
      }
    }
    return bytes;
  }
}

function foldersOf(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.filter(({ type }) => type === 'dir');
}

function ownTotal(nodes: readonly TreeNode[]): Total {
  const linked = nodes.filter(isLinked);
  const bytes = nodes.reduce((total, node) => total + (isLinked(node) ? 0 : (node.size ?? 0)), 0);
  return { entries: nodes.length, bytes, hasLinks: linked.length > 0 };
}

function sum(a: Total, b: Total): Total {
  return { entries: a.entries + b.entries, bytes: a.bytes + b.bytes, hasLinks: a.hasLinks || b.hasLinks };
}

function isLinked({ type, links = 1, inode = 0 }: TreeNode): boolean {
  return type !== 'dir' && links > 1 && inode > 0;
}

function isFirst({ inode, device_id: device }: TreeNode, seen: Set<string>): boolean {
  const key = `${String(device)}/${String(inode)}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** Totals by tree, some 60 bytes each. */
class TotalStore {
  readonly #trees = new IdSet();
  #numbers = new Float64Array(1024);
  #links = new Uint8Array(512);

  get(tree: Id): Total | undefined {
    const at = this.#trees.position(tree);
    if (at < 0) return undefined;
    return { entries: this.#numbers[2 * at] as number, bytes: this.#numbers[2 * at + 1] as number, hasLinks: this.#links[at] === 1 };
  }

  put(tree: Id, total: Total): Total {
    this.#trees.add(tree);
    const at = this.#trees.position(tree);
    if (at >= this.#links.length) this.#grow();
    this.#numbers.set([total.entries, total.bytes], 2 * at);
    this.#links[at] = total.hasLinks ? 1 : 0;
    return total;
  }

  #grow(): void {
    const numbers = new Float64Array(this.#numbers.length * 2);
    const links = new Uint8Array(this.#links.length * 2);
    numbers.set(this.#numbers);
    links.set(this.#links);
    this.#numbers = numbers;
    this.#links = links;
  }
}
