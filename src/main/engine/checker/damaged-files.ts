import { throwIfAborted } from '../abort.ts';
import type { Id } from '../format/id.ts';
import { IdSet } from '../format/id-set.ts';
import type { TreeNode } from '../format/node.ts';
import type { Tree } from '../format/tree.ts';
import type { DamagedFile, SnapshotEntry } from '../operations/contract.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { contentOf, isDamagedNode } from '../tree-walk/index.ts';
import { isDamage } from '../damage.ts';
import type { Losses } from './losses.ts';

/** Files that are listed at most. */
export const MOST_FILES = 1000;

type Trees = Pick<ReadingRepository, 'loadTree'>;
type KnownLosses = Pick<Losses, 'isLost'>;

/**
 * Which files of which snapshots losses reach. A directory whose own tree is lost stands for all that was in it. Folders
 * without any loss below them are looked into once and remembered, however many snapshots share them.
 */
export async function findDamagedFiles(
  repository: Trees,
  snapshots: readonly SnapshotEntry[],
  losses: Losses,
  signal?: AbortSignal,
): Promise<{ files: DamagedFile[]; truncated: boolean }> {
  const search = new DamageSearch(repository, losses, signal);
  for (const { id, snapshot } of snapshots) {
    if (!(await search.reaches(snapshot.tree))) continue;
    await search.list(id, snapshot.tree, '/');
  }
  return { files: search.files.slice(0, MOST_FILES), truncated: search.files.length > MOST_FILES };
}

/** Looks for what losses reach. What was found clean must stay so while the search lives. */
export class DamageSearch {
  /** What was listed; one more than {@link MOST_FILES} when there is more. */
  readonly files: DamagedFile[] = [];
  readonly #trees: Trees;
  readonly #losses: KnownLosses;
  readonly #signal: AbortSignal | undefined;
  readonly #reached = new IdSet();
  readonly #clean = new IdSet();

  constructor(trees: Trees, losses: KnownLosses, signal: AbortSignal | undefined) {
    this.#trees = trees;
    this.#losses = losses;
    this.#signal = signal;
  }

  /** Whether anything at or below this tree is lost. */
  async reaches(id: Id): Promise<boolean> {
    if (this.#reached.has(id)) return true;
    if (this.#clean.has(id)) return false;
    const reached = await this.#looksInto(id);
    (reached ? this.#reached : this.#clean).add(id);
    return reached;
  }

  /** Adds what is lost at or below this tree, until the list is full. */
  async list(snapshot: Id, id: Id, path: string): Promise<void> {
    const tree = await this.#load(id);
    if (tree === undefined) {
      this.files.push({ snapshot, path });
      return;
    }
    for (const node of tree.nodes) {
      if (this.files.length > MOST_FILES) return;
      const nodePath = path === '/' ? `/${node.name}` : `${path}/${node.name}`;
      if (this.#isLost(node)) this.files.push({ snapshot, path: nodePath });
      else if (node.subtree !== undefined && (await this.reaches(node.subtree))) await this.list(snapshot, node.subtree, nodePath);
    }
  }

  async #looksInto(id: Id): Promise<boolean> {
    const tree = await this.#load(id);
    if (tree === undefined || tree.nodes.some((node) => this.#isLost(node))) return true;
    for (const { subtree } of tree.nodes) if (subtree !== undefined && (await this.reaches(subtree))) return true;
    return false;
  }

  #isLost(node: TreeNode): boolean {
    return isDamagedNode(node) || contentOf(node).some((blob) => this.#losses.isLost('data', blob));
  }

  async #load(id: Id): Promise<Tree | undefined> {
    throwIfAborted(this.#signal);
    if (this.#losses.isLost('tree', id)) return undefined;
    try {
      return await this.#trees.loadTree(id, this.#signal);
    } catch (error) {
      if (isDamage(error)) return undefined;
      throw error;
    }
  }
}
