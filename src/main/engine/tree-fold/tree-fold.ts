import { type DamageDetail, LifeboatError } from '../../../shared/errors/index.ts';
import { forEachConcurrently, Gate } from '../concurrency/index.ts';
import { isDamage } from '../damage.ts';
import type { Id } from '../format/id.ts';
import type { TreeNode } from '../format/node.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { MAX_DEPTH } from '../tree-walk/index.ts';

/** Trees read at a time. */
const LANES = 8;

/** What a tree's outcome depends on besides the tree; equal keys, equal outcomes. */
export interface FoldPlace {
  readonly key: string;
}

/** A folder that has to be known before the tree that holds it can be. */
export interface FolderBelow<P extends FoldPlace> {
  node: TreeNode;
  place: P;
}

/** How trees are folded into outcomes `R`; `O` is what is kept of a tree while the folders below are not known yet. */
export interface FoldRules<P extends FoldPlace, O, R> {
  /** What an unreadable folder comes to. */
  readonly damaged: R;
  /** The outcome that `close` gave, unless it was forgotten. */
  recall(tree: Id, place: P): R | undefined;
  open(nodes: readonly TreeNode[], place: P): { open: O; folders: FolderBelow<P>[] };
  /** The outcome of a tree from those of its folders, in their order; to be kept for `recall`. */
  close(tree: Id, place: P, open: O, below: readonly R[]): R;
}

export interface TreeFoldOptions {
  signal?: AbortSignal | undefined;
  /** Told once for each folder that cannot be read. */
  onDamaged?: (path: string, error: LifeboatError) => void;
}

/**
 * Works out something about trees from their entries and the folders below, once for each tree and place, however many
 * snapshots and folders share it. What is remembered, and how long, is the rules' matter.
 */
export class TreeFold<P extends FoldPlace, O, R> {
  readonly #repository: Pick<ReadingRepository, 'loadTree'>;
  readonly #rules: FoldRules<P, O, R>;
  readonly #options: TreeFoldOptions;
  readonly #gate = new Gate(LANES);
  readonly #running = new Map<string, Promise<R>>();
  readonly #damaged = new Set<string>();

  constructor(repository: Pick<ReadingRepository, 'loadTree'>, rules: FoldRules<P, O, R>, options: TreeFoldOptions = {}) {
    this.#repository = repository;
    this.#rules = rules;
    this.#options = options;
  }

  /** The outcome of a tree. `path` is told if it or something below cannot be read; failures of the whole work are thrown. */
  async outcome(tree: Id, place: P, path: string, depth = 0): Promise<R> {
    return this.#recall(tree, place) ?? (await this.#workOutOnce(tree, place, path, depth));
  }

  #recall(tree: Id, place: P): R | undefined {
    return this.#damaged.has(tree) ? this.#rules.damaged : this.#rules.recall(tree, place);
  }

  async #workOutOnce(tree: Id, place: P, path: string, depth: number): Promise<R> {
    const key = `${tree}${place.key}`;
    const running = this.#running.get(key);
    if (running !== undefined) return await running;
    const work = this.#workOut(tree, place, path, depth).finally(() => this.#running.delete(key));
    this.#running.set(key, work);
    return await work;
  }

  async #workOut(tree: Id, place: P, path: string, depth: number): Promise<R> {
    let nodes: readonly TreeNode[];
    try {
      nodes = await this.#gate.run(async () => (await this.#repository.loadTree(tree, this.#options.signal)).nodes);
    } catch (error) {
      if (!isDamage(error)) throw error;
      return this.#tellDamaged(tree, path, error);
    }
    const { open, folders } = this.#rules.open(nodes, place);
    return this.#rules.close(tree, place, open, await this.#allBelow(folders, path, depth + 1));
  }

  /** Most folders are known from another snapshot; only the others are worth waiting for. */
  async #allBelow(folders: readonly FolderBelow<P>[], path: string, depth: number): Promise<R[]> {
    const outcomes: R[] = [];
    const unknown: number[] = [];
    for (const [at, { node, place }] of folders.entries()) {
      const known = node.subtree === undefined ? undefined : this.#recall(node.subtree, place);
      if (known === undefined) unknown.push(at);
      else outcomes[at] = known;
    }
    const work = async (at: number): Promise<void> => {
      outcomes[at] = await this.#below(folders[at] as FolderBelow<P>, path, depth);
    };
    if (unknown.length > 0) await forEachConcurrently(unknown, LANES, work, this.#options.signal);
    return outcomes;
  }

  async #below({ node, place }: FolderBelow<P>, parent: string, depth: number): Promise<R> {
    const path = `${parent}/${node.name}`;
    if (node.subtree === undefined) return this.#tellDamaged('', path, broken('', 'wrong-shape'));
    if (depth >= MAX_DEPTH) return this.#tellDamaged('', path, broken(node.subtree, 'too-large'));
    return await this.outcome(node.subtree, place, path, depth);
  }

  /** `tree` is empty for a folder whose fault lies outside its tree: others may hold the same tree soundly. */
  #tellDamaged(tree: Id | '', path: string, error: LifeboatError): R {
    if (tree !== '') this.#damaged.add(tree);
    this.#options.onDamaged?.(path, error);
    return this.#rules.damaged;
  }
}

function broken(tree: Id | '', detail: DamageDetail): LifeboatError {
  return new LifeboatError('tree-damaged', { tree, detail });
}
