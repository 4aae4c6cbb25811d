import type { Id } from '../format/id.ts';
import type { TreeNode } from '../format/node.ts';
import { entryPath } from '../filesystem/index.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { damageDetail } from '../damage.ts';
import { walkTree } from '../tree-walk/index.ts';
import { ContentTable } from './content-table.ts';
import { PlanBudget } from './plan-budget.ts';
import type { Report } from './report.ts';
import type { Overwrite, PlannedDirectory, PlannedFile, PlannedOther } from './restore-plan.ts';
import type { Selection } from './selection.ts';
import { lookAt, tryToLookAt } from './target/look.ts';
import type { NameRules } from './target/safe-name.ts';
import { throwIfAborted } from '../abort.ts';

/** What to restore and where to. */
export interface RestoreOrder {
  snapshotId: Id;
  /** The tree whose entries come to the target's top. */
  tree: Id;
  /** That tree's path in the snapshot; empty for the top. */
  basePath: string;
  /** Absolute and without links. */
  target: string;
  selection: Selection;
  overwrite: Overwrite;
  /** Paths in the target that are never touched, such as the repository. */
  offLimits: readonly string[];
  names: NameRules;
}

/** What the snapshot holds for this order, before files in the target were looked at. */
export interface CollectedEntries {
  directories: PlannedDirectory[];
  files: PlannedFile[];
  others: PlannedOther[];
  table: ContentTable;
}

/**
 * Walks the snapshot and the target's folders side by side. Nothing is followed through a link in the target.
 * `restore-too-large` if the budget does not hold it all.
 */
export async function collectEntries(
  repository: ReadingRepository,
  order: RestoreOrder,
  report: Report,
  signal: AbortSignal,
  budget: PlanBudget = new PlanBudget(),
): Promise<CollectedEntries> {
  const collector = new Collector(order, report, new ContentTable(repository.index), budget);
  await collector.begin();
  const steps = walkTree(repository, order.tree, { signal, enters: () => collector.entersLast });
  for await (const step of steps) {
    throwIfAborted(signal);
    if (step.kind === 'node') await collector.add(step.path, step.depth, step.node);
    else report.warn('damaged', order.basePath + step.path, damageDetail(step.error));
  }
  return collector.result();
}

class Collector {
  /** Whether the walk should enter the folder added last. */
  entersLast = false;
  readonly #order: RestoreOrder;
  readonly #report: Report;
  readonly #table: ContentTable;
  readonly #budget: PlanBudget;
  /** The folders the walk is in, the target first, each with the names it has so far where names can collide. */
  readonly #open: { directory: PlannedDirectory; names: Set<string> }[] = [];
  readonly #directories: PlannedDirectory[] = [];
  readonly #files: PlannedFile[] = [];
  readonly #others: PlannedOther[] = [];

  constructor(order: RestoreOrder, report: Report, table: ContentTable, budget: PlanBudget) {
    this.#order = order;
    this.#report = report;
    this.#table = table;
    this.#budget = budget;
  }

  async begin(): Promise<void> {
    const { target, basePath } = this.#order;
    const action = (await lookAt(target)) === undefined ? 'make' : 'exists';
    this.#push({ path: target, snapshotPath: basePath, node: undefined, parent: undefined, action, selected: false, needed: true });
  }

  async add(path: string, depth: number, node: TreeNode): Promise<void> {
    this.entersLast = false;
    this.#open.length = depth + 1;
    const { directory, names } = this.#open[depth] as { directory: PlannedDirectory; names: Set<string> };
    const selected = this.#order.selection.selects(path);
    if (!selected && (node.type !== 'dir' || !this.#order.selection.mayContain(path))) return;
    this.#budget.take(path, node);
    if (!this.#isPossible(node.name, names)) return this.#report.warn('name-unsafe', this.#order.basePath + path);
    if (this.#order.offLimits.includes(entryPath(directory.path, node.name))) {
      return this.#report.warn('not-restored', this.#order.basePath + path, 'inside-repository');
    }
    if (node.type === 'dir') return await this.#addDirectory(directory, node, path, selected);
    this.#addOther(directory, node);
    markNeeded(directory);
  }

  result(): CollectedEntries {
    return {
      directories: this.#directories.filter((directory) => directory.needed),
      files: this.#files,
      others: this.#others,
      table: this.#table,
    };
  }

  #isPossible(name: string, names: Set<string>): boolean {
    if (!this.#order.names.isSafe(name)) return false;
    const folded = this.#order.names.fold?.(name);
    if (folded === undefined) return true;
    const isFree = !names.has(folded);
    names.add(folded);
    return isFree;
  }

  async #addDirectory(parent: PlannedDirectory, node: TreeNode, path: string, selected: boolean): Promise<void> {
    const target = entryPath(parent.path, node.name);
    const there = parent.action === 'exists' ? await tryToLookAt(target) : undefined;
    if (there === 'hidden') return this.#report.warn('not-restored', this.#order.basePath + path, 'EACCES');
    const action = there === undefined ? 'make' : there.isDirectory() ? 'exists' : 'replace';
    const directory: PlannedDirectory = {
      path: target,
      snapshotPath: this.#order.basePath + path,
      node,
      parent,
      action,
      selected,
      needed: false,
    };
    if (action === 'replace' && this.#order.overwrite === 'never')
      return this.#report.warn('not-restored', directory.snapshotPath, 'ENOTDIR');
    this.#push(directory);
    this.entersLast = true;
    if (selected) markNeeded(directory);
  }

  #addOther(directory: PlannedDirectory, node: TreeNode): void {
    if (node.type === 'socket') return;
    if (node.type !== 'file') {
      this.#others.push({ directory, node });
      return;
    }
    const content = this.#table.intern(node.content ?? []);
    this.#files.push({ directory, node: { ...node, content: null }, content, size: this.#table.sizeOf(content), action: 'new' });
  }

  #push(directory: PlannedDirectory): void {
    this.#open.push({ directory, names: new Set() });
    this.#directories.push(directory);
  }
}

function markNeeded(directory: PlannedDirectory): void {
  for (let above: PlannedDirectory | undefined = directory; above && !above.needed; above = above.parent) above.needed = true;
}
