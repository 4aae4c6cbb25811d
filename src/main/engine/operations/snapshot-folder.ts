import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Id } from '../format/id.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import { findNode, parseSnapshotReference } from '../tree-walk/index.ts';
import type { SnapshotEntry, SnapshotFilter } from './contract.ts';
import { resolveSnapshot } from './snapshots.ts';

/** A snapshot and the folder of it that was asked for. */
export interface SnapshotFolder {
  entry: SnapshotEntry;
  /** The folder's tree. */
  tree: Id;
  /** Its path in the snapshot; empty for the top. */
  path: string;
}

/**
 * Finds what `id`, `latest` or `id:/folder` names, with the index loaded. `snapshot-not-found`, `id-ambiguous`,
 * `path-not-found`; `path-not-found` too if the path leads to something that is no folder.
 */
export async function openSnapshotFolder(
  session: ReadingSession,
  reference: string,
  filter: SnapshotFilter | undefined,
  hooks: Hooks,
  signal: AbortSignal,
): Promise<SnapshotFolder> {
  const { snapshot: name, folder } = parseSnapshotReference(reference);
  // Snapshots before the index: whatever a snapshot that was seen needs is then indexed.
  const entry = await resolveSnapshot(session, name, filter, hooks);
  hooks.onProgress?.({ kind: 'phase', phase: 'loading-index' });
  await session.repository.loadIndex({ signal });
  const { tree } = entry.snapshot;
  const found = await findNode(session.repository, tree, folder, signal);
  if (found?.kind === 'top') return { entry, tree, path: '' };
  if (found?.node.type !== 'dir' || found.node.subtree === undefined)
    throw new LifeboatError('path-not-found', { path: folder, snapshot: entry.id });
  return { entry, tree: found.node.subtree, path: found.path };
}
