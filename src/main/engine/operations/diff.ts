import { anySignal } from '../abort.ts';
import { BlobBalance, compareTrees, type TreeDifference } from '../compare-trees/index.ts';
import type { TreeNode } from '../format/node.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import { parseSnapshotReference } from '../tree-walk/index.ts';
import type { Difference, DiffRequest, DiffSide, DiffStatistics } from './contract.ts';
import { damagedWarning } from './damaged-warning.ts';
import { openSnapshotFolder, type SnapshotFolder } from './snapshot-folder.ts';
import { resolveSnapshot } from './snapshots.ts';

/**
 * What differs between two snapshots, or folders of them, a folder before what it holds; the statistics come last. Folders
 * that are the same are not looked into. A folder that cannot be read is a `damaged` warning on the way and is not compared.
 * `snapshot-not-found`, `id-ambiguous`, `path-not-found`.
 */
export async function* diff(session: ReadingSession, request: DiffRequest, hooks: Hooks = {}): AsyncGenerator<Difference | DiffStatistics> {
  const signal = anySignal(session.signal, hooks.signal);
  const { repository } = session;
  const [first, second] = await openBoth(session, request, hooks, signal);
  hooks.onProgress?.({ kind: 'phase', phase: 'comparing' });
  const warn = (path: string, error: unknown): void => hooks.onProgress?.(damagedWarning(path, error));
  const tally = new Tally(first, second);
  const visits = { ...tally.visits, onDamaged: warn, metadata: request.metadata === true, signal };
  if (first.tree !== second.tree) {
    for await (const found of compareTrees(repository, first.tree, second.tree, visits)) {
      tally.count(found);
      yield differenceOf(found);
    }
  }
  if (request.statistics === false) return;
  const { added, removed } = await tally.blobs.sums(repository, warn, signal);
  yield {
    kind: 'statistics',
    first: first.entry.id,
    second: second.entry.id,
    changedFiles: tally.changedFiles,
    added: { ...tally.added, ...added },
    removed: { ...tally.removed, ...removed },
  };
}

/** Both are resolved before the index is loaded: whatever a snapshot that was seen needs is then indexed. */
async function openBoth(
  session: ReadingSession,
  { first, second, filter }: DiffRequest,
  hooks: Hooks,
  signal: AbortSignal,
): Promise<[SnapshotFolder, SnapshotFolder]> {
  const resolve = async (reference: string): Promise<string> => {
    const { snapshot, folder } = parseSnapshotReference(reference);
    return `${(await resolveSnapshot(session, snapshot, filter, hooks)).id}:${folder}`;
  };
  const [a, b] = [await resolve(first), await resolve(second)];
  return [await openSnapshotFolder(session, a, undefined, hooks, signal), await openSnapshotFolder(session, b, undefined, hooks, signal)];
}

type Counts = Pick<DiffSide, 'files' | 'dirs' | 'others'>;

/** Counts what was found. */
class Tally {
  readonly added: Counts = { files: 0, dirs: 0, others: 0 };
  readonly removed: Counts = { files: 0, dirs: 0, others: 0 };
  readonly blobs = new BlobBalance();
  changedFiles = 0;

  constructor(first: SnapshotFolder, second: SnapshotFolder) {
    if (first.tree === second.tree) return;
    this.blobs.before.addTree(first.tree);
    this.blobs.after.addTree(second.tree);
  }

  readonly visits = {
    onEntry: (before: TreeNode | undefined, after: TreeNode | undefined): void => {
      if (before !== undefined) this.blobs.before.addNode(before);
      if (after !== undefined) this.blobs.after.addNode(after);
    },
    onShared: (tree: string): void => this.blobs.share(tree),
  };

  count({ marks, before, after }: TreeDifference): void {
    if (marks.includes('M')) this.changedFiles += 1;
    if (before === undefined && after !== undefined) this.added[counterOf(after)] += 1;
    if (after === undefined && before !== undefined) this.removed[counterOf(before)] += 1;
  }
}

function counterOf({ type }: TreeNode): keyof Counts {
  return type === 'file' ? 'files' : type === 'dir' ? 'dirs' : 'others';
}

function differenceOf({ path, marks, before, after }: TreeDifference): Difference {
  const { type } = (after ?? before) as TreeNode;
  return { kind: 'difference', path, marks, type, sizeBefore: sizeOf(before), sizeAfter: sizeOf(after) };
}

function sizeOf(node: TreeNode | undefined): number | undefined {
  return node?.type === 'file' ? (node.size ?? 0) : undefined;
}
