import { LifeboatError } from '../../../shared/errors/index.ts';
import { anySignal } from '../abort.ts';
import { loadSnapshots } from '../tree-walk/index.ts';
import { compareSnapshots, matchesFilter } from '../retention/index.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import type { SnapshotEntry, SnapshotFilter, SnapshotList } from './contract.ts';

const HEX = /^[0-9a-f]{1,64}$/;

/** The snapshots that fit a filter, oldest first. Files that cannot be read are told beside them, whatever the filter. */
export async function listSnapshots(session: ReadingSession, filter: SnapshotFilter = {}, hooks: Hooks = {}): Promise<SnapshotList> {
  hooks.onProgress?.({ kind: 'phase', phase: 'loading-snapshots' });
  const { entries, unreadable } = await loadSnapshots(session.repository, anySignal(session.signal, hooks.signal));
  const snapshots = entries.filter(({ snapshot }) => matchesFilter(snapshot, filter)).sort(compareSnapshots);
  return { snapshots, unreadable: unreadable.sort() };
}

/**
 * The snapshot an id or a prefix of one names, or with `latest` the newest that fits the filter; snapshot files that cannot be
 * read, and might be newer, are told as warnings.
 * `snapshot-not-found`, `id-ambiguous`; `file-damaged` if the named one cannot be read.
 */
export async function resolveSnapshot(
  session: ReadingSession,
  name: string,
  filter: SnapshotFilter = {},
  hooks: Hooks = {},
): Promise<SnapshotEntry> {
  if (name === 'latest') {
    const { snapshots, unreadable } = await listSnapshots(session, filter, hooks);
    for (const path of unreadable) hooks.onProgress?.({ kind: 'warning', warning: { code: 'snapshot-unreadable', path } });
    const newest = snapshots.at(-1);
    if (newest === undefined) throw new LifeboatError('snapshot-not-found', { snapshot: name });
    return newest;
  }
  const signal = anySignal(session.signal, hooks.signal);
  const files = HEX.test(name) ? await session.repository.list('snapshots', signal) : [];
  const [id, another] = files.map((file) => file.name).filter((file) => file.startsWith(name));
  if (id === undefined) throw new LifeboatError('snapshot-not-found', { snapshot: name });
  if (another !== undefined) throw new LifeboatError('id-ambiguous', { prefix: name, type: 'snapshot' });
  return { id, snapshot: await session.repository.loadSnapshot(id, signal) };
}
