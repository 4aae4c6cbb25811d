import type { Warning } from '../../../shared/model/progress.ts';
import { anySignal, throwIfAborted } from '../abort.ts';
import { walkTrees } from '../tree-walk/index.ts';
import { isDamage } from '../damage.ts';
import type { Id } from '../format/id.ts';
import { IdSet } from '../format/id-set.ts';
import type { TreeNode } from '../format/node.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import { BlobsPerFile, countRawData, RestoreSize, UniqueContents } from '../statistics/index.ts';
import { walkTree } from '../tree-walk/index.ts';
import { openChosenSnapshots } from './chosen-snapshots.ts';
import type { SnapshotEntry } from './contract.ts';
import type { StatsMode, StatsRequest, StatsResult } from './contract.ts';
import { damagedWarning, snapshotLabel } from './damaged-warning.ts';

/**
 * How much snapshots hold, counted in one of four ways. What cannot be read is a `damaged` warning and not counted.
 * `snapshot-not-found`, `id-ambiguous`.
 */
export async function stats(session: ReadingSession, request: StatsRequest = {}, hooks: Hooks = {}): Promise<StatsResult> {
  const mode = request.mode ?? 'restore-size';
  const warnings: Warning[] = [];
  const onProgress: Hooks['onProgress'] = (progress) => {
    if (progress.kind === 'warning') warnings.push(progress.warning);
    hooks.onProgress?.(progress);
  };
  const signal = anySignal(session.signal, hooks.signal);
  const snapshots = await openChosenSnapshots(session, request, { onProgress, signal });
  const counting = new Counting(session, snapshots, { onProgress, signal });
  onProgress({ kind: 'phase', phase: 'counting' });
  onProgress({ kind: 'total', files: snapshots.length, bytes: 0 });
  const counted = await counting.by[mode]();
  return {
    outcome: warnings.length === 0 ? 'completed' : 'completed-with-warnings',
    mode,
    snapshots: snapshots.length,
    files: counted.files,
    blobs: counted.blobs,
    bytes: counted.bytes,
    compression: counted.compression,
    warnings,
  };
}

/** What a way of counting gives; undefined is what it does not count. */
type Counted = { bytes: number } & Partial<Pick<StatsResult, 'files' | 'blobs' | 'compression'>>;

/** The ways to count. */
class Counting {
  readonly #session: ReadingSession;
  readonly #snapshots: readonly SnapshotEntry[];
  readonly #hooks: Hooks & { signal: AbortSignal };

  constructor(session: ReadingSession, snapshots: readonly SnapshotEntry[], hooks: Hooks & { signal: AbortSignal }) {
    this.#session = session;
    this.#snapshots = snapshots;
    this.#hooks = hooks;
  }

  readonly by: Readonly<Record<StatsMode, () => Promise<Counted>>> = {
    'restore-size': async () => await this.#restoreSize(),
    'files-by-contents': async () => await this.#contents(),
    'blobs-per-file': async () => await this.#blobsPerFile(),
    'raw-data': async () => await countRawData(this.#session.repository, this.#roots(), this.#warn, this.#hooks.signal),
  };

  readonly #warn = (path: string, error?: unknown): void => this.#hooks.onProgress?.(damagedWarning(path, error));

  #roots(): Id[] {
    return this.#snapshots.map(({ snapshot }) => snapshot.tree);
  }

  async #restoreSize(): Promise<Counted> {
    const { signal, onProgress } = this.#hooks;
    const size = new RestoreSize(this.#session.repository, { signal, onDamaged: this.#warn });
    const counted = { files: 0, bytes: 0 };
    for (const [done, { id, snapshot }] of this.#snapshots.entries()) {
      throwIfAborted(signal);
      const { files, bytes } = await size.of(snapshot.tree, snapshotLabel(id));
      counted.files += files;
      counted.bytes += bytes;
      onProgress?.({ kind: 'done', files: done + 1, bytes: 0 });
    }
    return counted;
  }

  async #contents(): Promise<Counted> {
    const contents = new UniqueContents();
    const visitor = {
      tree: (_id: Id, { nodes }: { nodes: TreeNode[] }): void => {
        for (const node of nodes) contents.add(node);
      },
      damaged: this.#warn,
    };
    await walkTrees(this.#session.repository, this.#roots(), visitor, this.#hooks.signal);
    return { files: contents.files, bytes: contents.bytes };
  }

  /** Contents count where they are met first, so the oldest snapshot goes first and every tree is entered once. */
  async #blobsPerFile(): Promise<Counted> {
    const { index } = this.#session.repository;
    const counted = new BlobsPerFile();
    const entered = new IdSet();
    for (const { id, snapshot } of this.#snapshots.toReversed()) {
      if (!entered.add(snapshot.tree)) continue;
      await this.#walk(snapshot.tree, snapshotLabel(id), entered, (path, node) => {
        counted.add(path, node, (blob) => index.plainLength('data', blob) ?? this.#missing(blob));
      });
    }
    return { files: counted.files, blobs: counted.blobs, bytes: counted.bytes };
  }

  #missing(blob: Id): 0 {
    this.#warn(blob);
    return 0;
  }

  /** Visits the entries below a tree, leaving out folders that were entered before. */
  async #walk(root: Id, label: string, entered: IdSet, visit: (path: string, node: TreeNode) => void): Promise<void> {
    const { signal } = this.#hooks;
    const enters = (_path: string, { subtree }: { subtree?: Id }): boolean => subtree === undefined || entered.add(subtree);
    try {
      for await (const step of walkTree(this.#session.repository, root, { signal, enters })) {
        throwIfAborted(signal);
        if (step.kind === 'node') visit(step.path, step.node);
        else this.#warn(label + step.path, step.error);
      }
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#warn(label, error);
    }
  }
}
