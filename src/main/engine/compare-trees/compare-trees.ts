import { type DamageDetail, LifeboatError } from '../../../shared/errors/index.ts';
import { throwIfAborted } from '../abort.ts';
import { isDamage } from '../damage.ts';
import type { Id } from '../format/id.ts';
import { compareNames } from '../format/name.ts';
import type { TreeNode } from '../format/node.ts';
import type { DiffMark } from '../operations/contract.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { MAX_DEPTH } from '../tree-walk/index.ts';
import { compareNodes } from './compare-nodes.ts';

/** An entry that differs; what it was and what it is. */
export interface TreeDifference {
  /** A folder's ends with a slash. */
  path: string;
  marks: DiffMark[];
  before: TreeNode | undefined;
  after: TreeNode | undefined;
}

/** Told on the way. */
export interface TreeVisits {
  /** Every entry of the folders that are not the same; for folders of one side only the other is undefined. */
  onEntry: (before: TreeNode | undefined, after: TreeNode | undefined) => void;
  /** A folder that is the same on both sides and not looked into. */
  onShared: (tree: Id) => void;
  /** A folder that cannot be read on one side; it is not compared. */
  onDamaged: (path: string, error: LifeboatError) => void;
  /** Tell also what differs in nothing but details. */
  metadata: boolean;
  signal?: AbortSignal | undefined;
}

type Entries = readonly TreeNode[];
interface Frame {
  path: string;
  pairs: Iterator<[TreeNode | undefined, TreeNode | undefined]>;
}

/**
 * What differs between two stored trees, a folder before what it holds, in the order of names. Needs memory for two trees
 * per level. Failures of the top trees are thrown.
 */
export async function* compareTrees(
  repository: Pick<ReadingRepository, 'loadTree'>,
  first: Id,
  second: Id,
  visits: TreeVisits,
): AsyncGenerator<TreeDifference> {
  const { signal } = visits;
  const top = async (tree: Id): Promise<Entries> => (await repository.loadTree(tree, signal)).nodes;
  const stack: Frame[] = [{ path: '/', pairs: paired(await top(first), await top(second)) }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const next = frame.pairs.next();
    if (next.done) {
      stack.pop();
      continue;
    }
    throwIfAborted(signal);
    const [before, after] = next.value;
    visits.onEntry(before, after);
    const node = (after ?? before) as TreeNode;
    const path = `${frame.path}${node.name}${node.type === 'dir' ? '/' : ''}`;
    const marks = marksOf(before, after, visits.metadata);
    if (marks.length > 0) yield { path, marks, before, after };
    const inside = await openBoth(repository, { before, after, path, depth: stack.length }, visits);
    if (inside !== undefined) stack.push({ path: path.endsWith('/') ? path : `${path}/`, pairs: inside });
  }
}

function marksOf(before: TreeNode | undefined, after: TreeNode | undefined, metadata: boolean): DiffMark[] {
  if (before === undefined) return ['+'];
  return after === undefined ? ['-'] : compareNodes(before, after, metadata);
}

/** What lies in the folders of a name, side by side; undefined if there is none, or nothing to tell. */
async function openBoth(
  repository: Pick<ReadingRepository, 'loadTree'>,
  { before, after, path, depth }: { before: TreeNode | undefined; after: TreeNode | undefined; path: string; depth: number },
  visits: TreeVisits,
): Promise<Frame['pairs'] | undefined> {
  const old = before?.type === 'dir' ? before : undefined;
  const now = after?.type === 'dir' ? after : undefined;
  if (old === undefined && now === undefined) return undefined;
  if (old?.subtree !== undefined && old.subtree === now?.subtree) {
    visits.onShared(old.subtree);
    return undefined;
  }
  try {
    if (depth >= MAX_DEPTH) throw broken(old?.subtree ?? now?.subtree, 'too-large');
    return paired(await entriesOf(repository, old, visits), await entriesOf(repository, now, visits));
  } catch (error) {
    if (!isDamage(error)) throw error;
    visits.onDamaged(path, error);
    return undefined;
  }
}

async function entriesOf(
  repository: Pick<ReadingRepository, 'loadTree'>,
  folder: TreeNode | undefined,
  { signal }: TreeVisits,
): Promise<Entries> {
  if (folder === undefined) return [];
  if (folder.subtree === undefined) throw broken(undefined, 'wrong-shape');
  return (await repository.loadTree(folder.subtree, signal)).nodes;
}

function broken(tree: Id | undefined, detail: DamageDetail): LifeboatError {
  return new LifeboatError('tree-damaged', { tree: tree ?? '', detail });
}

/** The entries of two sorted lists, side by side by name. */
function* paired(old: Entries, now: Entries): Generator<[TreeNode | undefined, TreeNode | undefined]> {
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const before = old[i];
    const after = now[j];
    const order = before === undefined ? 1 : after === undefined ? -1 : compareNames(before.name, after.name);
    if (order <= 0) i++;
    if (order >= 0) j++;
    yield [order <= 0 ? before : undefined, order >= 0 ? after : undefined];
  }
}
