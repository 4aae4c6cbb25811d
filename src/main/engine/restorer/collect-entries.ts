import { basename } from 'node:path';
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
import { type NameRules, takeName } from './target/safe-name.ts';
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

/** Where a folder of the snapshot comes to be. */
interface Place {
  /** Its path in the snapshot, below the chosen folder. */
  path: string;
  /** Absolute path in the target. */
  target: string;
  selected: boolean;
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
    const name = takeName(node.name, names, this.#order.names);
    if (name === undefined) return this.#report.warn('name-unsafe', this.#order.basePath + path);
    const target = entryPath(directory.path, name);
    if (this.#isOffLimits(target)) return this.#report.warn('not-restored', this.#order.basePath + path, 'inside-repository');
    if (node.type === 'dir') return await this.#addDirectory(directory, node, { path, target, selected });
    this.#addOther(directory, node, name);
    markNeeded(directory);
  }

  result(): CollectedEntries {
    const directories = this.#directories.filter((directory) => directory.needed);
    for (const { path, snapshotPath, node, parent } of directories) {
      if (parent && node && path !== entryPath(parent.path, node.name)) this.#report.warn('renamed', snapshotPath, basename(path));
    }
    return {
      directories,
      files: this.#files,
      others: this.#others,
      table: this.#table,
    };
  }

  #isOffLimits(target: string): boolean {
    const { offLimits, names } = this.#order;
    const { fold = (path: string): string => path } = names;
    return offLimits.some((path) => fold(path) === fold(target));
  }

  async #addDirectory(parent: PlannedDirectory, node: TreeNode, { path, target, selected }: Place): Promise<void> {
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

  #addOther(directory: PlannedDirectory, node: TreeNode, name: string): void {
    if (node.type === 'socket') return;
    const standIn = name === node.name ? {} : { standIn: name };
    if (name !== node.name) this.#report.warn('renamed', `${directory.snapshotPath}/${node.name}`, name);
    if (node.type !== 'file') {
      this.#others.push({ directory, node, ...standIn });
      return;
    }
    const content = this.#table.intern(node.content ?? []);
    const size = this.#table.sizeOf(content);
    this.#files.push({ directory, node: { ...node, content: null }, content, size, action: 'new', ...standIn });
  }

  #push(directory: PlannedDirectory): void {
    this.#open.push({ directory, names: new Set() });
    this.#directories.push(directory);
  }
}

function markNeeded(directory: PlannedDirectory): void {
  for (let above: PlannedDirectory | undefined = directory; above && !above.needed; above = above.parent) above.needed = true;
}
