import { anySignal, throwIfAborted } from '../abort.ts';
import { readAhead } from '../concurrency/index.ts';
import { groupSnapshots } from '../retention/index.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import type { FoldPlace } from '../tree-fold/index.ts';
import {
  compareFindings,
  type Criterion,
  type Finding,
  type FoundVersionRuns,
  TreeSearch,
  VersionLog,
  walkFindings,
} from '../tree-search/index.ts';
import type { SnapshotEntry } from './contract.ts';
import { damagedWarning, snapshotLabel } from './damaged-warning.ts';

/** Snapshots searched ahead of the one that is told, so that a slow place is asked for many trees at a time. */
const AHEAD = 8;

/** A version of a path that was found, and the snapshots that have it, newest first. */
export interface VersionFound<F extends Finding> {
  path: string;
  found: F;
  snapshots: SnapshotEntry[];
}

/** What each snapshot has that is wanted, snapshot after snapshot in their order. */
export async function* searchEach<P extends FoldPlace, F extends Finding>(
  session: ReadingSession,
  snapshots: readonly SnapshotEntry[],
  criterion: Criterion<P, F>,
  hooks: Hooks,
): AsyncGenerator<{ snapshot: SnapshotEntry; path: string; found: F }> {
  const work = new Work(session, criterion, hooks, snapshots.length);
  for await (const snapshot of work.searched(snapshots)) {
    for await (const { path, found } of walkFindings(work.search, work.search.top(snapshot.snapshot.tree))) {
      yield { snapshot, path, found };
    }
  }
}

/** The same by path and version, for snapshots that stand newest first. Everything is searched before the first is told. */
export async function* searchVersions<P extends FoldPlace, F extends Finding>(
  session: ReadingSession,
  snapshots: readonly SnapshotEntry[],
  criterion: Criterion<P, F>,
  hooks: Hooks,
): AsyncGenerator<VersionFound<F>> {
  const work = new Work(session, criterion, hooks, snapshots.length);
  const log = new VersionLog<F>();
  // In a row stand snapshots of the same source: what follows each other differs little.
  const rows = groupSnapshots(snapshots, ['host', 'paths']).map((group) => group.snapshots);
  for (const [row, entries] of rows.entries()) await noteRow(work, log, row, entries);
  const order = new Map(snapshots.map((entry, at) => [entry, at]));
  const place = (entry: SnapshotEntry): number => order.get(entry) ?? 0;
  for (const versions of log.versions()) {
    yield* versions.map((version) => resolved(version, rows, place)).sort((a, b) => place(newest(a)) - place(newest(b)));
  }
}

async function noteRow<P extends FoldPlace, F extends Finding>(
  work: Work<P, F>,
  log: VersionLog<F>,
  row: number,
  entries: readonly SnapshotEntry[],
): Promise<void> {
  let position = 0;
  let before: ReturnType<typeof work.search.top> | undefined;
  for await (const { snapshot } of work.searched(entries)) {
    const now = work.search.top(snapshot.tree);
    for await (const change of compareFindings(work.search, before, now)) log.note(change, row, position);
    before = now;
    position += 1;
  }
}

function resolved<F extends Finding>(
  version: FoundVersionRuns<F>,
  rows: readonly (readonly SnapshotEntry[])[],
  place: (entry: SnapshotEntry) => number,
): VersionFound<F> {
  const snapshots = Array.from(
    version.positions((row) => rows[row]?.length ?? 0),
    ([row, at]) => rows[row]?.[at] as SnapshotEntry,
  );
  return { path: version.path, found: version.found, snapshots: snapshots.sort((a, b) => place(a) - place(b)) };
}

function newest<F extends Finding>({ snapshots }: VersionFound<F>): SnapshotEntry {
  return snapshots[0] as SnapshotEntry;
}

/** A search under way: what it reports, and how it is stopped when nobody wants the rest. */
class Work<P extends FoldPlace, F extends Finding> {
  readonly search: TreeSearch<P, F>;
  readonly #signal: AbortSignal;
  readonly #onProgress: Hooks['onProgress'];
  readonly #stop = new AbortController();
  #files = 0;

  constructor(session: ReadingSession, criterion: Criterion<P, F>, { signal, onProgress }: Hooks, total: number) {
    this.#signal = anySignal(session.signal, signal, this.#stop.signal);
    this.#onProgress = onProgress;
    onProgress?.({ kind: 'phase', phase: 'searching' });
    onProgress?.({ kind: 'total', files: total, bytes: 0 });
    this.search = new TreeSearch(session.repository, criterion, {
      signal: this.#signal,
      onDamaged: (path, error) => onProgress?.(damagedWarning(path, error)),
    });
  }

  /** The snapshots in their order, each as soon as it was searched. */
  async *searched(snapshots: readonly SnapshotEntry[]): AsyncGenerator<SnapshotEntry> {
    const search = async ({ id, snapshot }: SnapshotEntry): Promise<void> => {
      // The path is told where something is damaged: the beginning of the snapshot's id shows where to look.
      await this.search.findings(this.search.top(snapshot.tree), snapshotLabel(id));
    };
    for await (const [snapshot] of readAhead(snapshots, AHEAD, search, () => this.#stop.abort())) {
      throwIfAborted(this.#signal);
      yield snapshot;
      this.#onProgress?.({ kind: 'done', files: ++this.#files, bytes: 0 });
    }
  }
}
