import { isLifeboatError } from '../../../shared/errors/index.ts';
import { throwIfAborted } from '../abort.ts';
import { contentOf, isDamagedNode } from '../tree-walk/index.ts';
import { isDamage } from '../damage.ts';
import type { Id } from '../format/id.ts';
import { IdSet } from '../format/id-set.ts';
import type { TreeNode } from '../format/node.ts';
import { encodeTree, type Tree } from '../format/tree.ts';
import type { ReadingRepository, Uploader } from '../repository/index.ts';
import { MAX_DEPTH } from '../tree-walk/index.ts';

/** Paths that are listed at most, for one tree. */
const MOST_LOST = 1000;

/** What became of a tree. */
export type Mended =
  | { kind: 'sound' }
  /** Saved anew without what is broken. */
  | { kind: 'mended'; tree: Id; lost: string[]; truncated: boolean }
  /** It cannot be read, or nothing of it is left. */
  | { kind: 'hopeless'; lost: string[]; truncated: boolean };

type Broken = Exclude<Mended, { kind: 'sound' }>;

/** Where stored content is. */
export interface Contents {
  has(blob: Id): boolean;
}

/**
 * Writes trees anew without the files whose content is not all there and the folders that cannot be read. Each tree is
 * looked into once, however many snapshots share it. Nothing is judged while the place itself cannot be read: `io-failed`
 * is thrown.
 */
export class TreeMender {
  readonly #trees: Pick<ReadingRepository, 'loadTree'>;
  readonly #contents: Contents;
  readonly #uploader: Uploader;
  readonly #signal: AbortSignal;
  readonly #sound = new IdSet();
  readonly #broken = new Map<Id, Broken>();

  constructor(trees: Pick<ReadingRepository, 'loadTree'>, contents: Contents, uploader: Uploader, signal: AbortSignal) {
    this.#trees = trees;
    this.#contents = contents;
    this.#uploader = uploader;
    this.#signal = signal;
  }

  /** Mends a tree and all below it. Paths are given from this tree on, with a slash before them. */
  async mend(id: Id, depth = 0): Promise<Mended> {
    if (this.#sound.has(id)) return { kind: 'sound' };
    const known = this.#broken.get(id);
    if (known !== undefined) return known;
    const mended = await this.#lookInto(id, depth);
    if (mended.kind === 'sound') this.#sound.add(id);
    else this.#broken.set(id, mended);
    return mended;
  }

  async #lookInto(id: Id, depth: number): Promise<Mended> {
    const tree = depth < MAX_DEPTH ? await this.#load(id) : undefined;
    if (tree === undefined) return { kind: 'hopeless', lost: ['/'], truncated: false };
    const rest = new Rest();
    for (const node of tree.nodes) await this.#take(node, rest, depth);
    const { nodes, lost, truncated } = rest;
    if (lost.length === 0) return { kind: 'sound' };
    if (!rest.hasContent) return { kind: 'hopeless', lost, truncated };
    const saved = await this.#uploader.saveBlob('tree', encodeTree({ nodes }));
    return { kind: 'mended', tree: saved.id, lost, truncated };
  }

  /** Adds what is left of a node, or its loss. */
  async #take(node: TreeNode, rest: Rest, depth: number): Promise<void> {
    const path = `/${node.name}`;
    if (isDamagedNode(node) || !contentOf(node).every((blob) => this.#contents.has(blob))) {
      rest.lose([path]);
      return;
    }
    if (node.type !== 'dir' || node.subtree === undefined) {
      rest.keep(node);
      return;
    }
    const inside = await this.mend(node.subtree, depth + 1);
    if (inside.kind === 'sound') rest.keep(node);
    else if (inside.kind === 'mended') rest.keep({ ...node, subtree: inside.tree });
    if (inside.kind !== 'sound')
      rest.lose(
        inside.lost.map((below) => (below === '/' ? path : path + below)),
        inside.truncated,
      );
  }

  /** Undefined if the tree is lost. */
  async #load(id: Id): Promise<Tree | undefined> {
    throwIfAborted(this.#signal);
    try {
      return await this.#trees.loadTree(id, this.#signal);
    } catch (error) {
      if (!isDamage(error) || isLifeboatError(error, 'io-failed')) throw error;
      return undefined;
    }
  }
}

/** What is left of a tree while it is looked through. */
class Rest {
  readonly nodes: TreeNode[] = [];
  readonly lost: string[] = [];
  truncated = false;

  get hasContent(): boolean {
    return this.nodes.length > 0;
  }

  keep(node: TreeNode): void {
    this.nodes.push(node);
  }

  lose(paths: readonly string[], truncated = false): void {
    const room = MOST_LOST - this.lost.length;
    this.lost.push(...paths.slice(0, room));
    this.truncated ||= truncated || paths.length > room;
  }
}
