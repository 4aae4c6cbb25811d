import { LifeboatError } from '../../../shared/errors/index.ts';
import { anySignal } from '../abort.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import { damageDetail } from '../damage.ts';
import { findNode, walkTree } from '../tree-walk/index.ts';
import type { ListedEntry, ListRequest } from './contract.ts';
import { listedEntry } from './listed-entry.ts';
import { openSnapshotFolder } from './snapshot-folder.ts';

/**
 * The entries of a snapshot, a folder before what it holds. Without a path everything; for a folder its own entries, with
 * `recursive` also what lies in them; for anything else the entry itself. `path-not-found`. A folder whose entries cannot
 * be read is a `damaged` warning on its way, and the rest goes on.
 */
export async function* listTree(session: ReadingSession, request: ListRequest, hooks: Hooks = {}): AsyncGenerator<ListedEntry> {
  const signal = anySignal(session.signal, hooks.signal);
  const { repository } = session;
  const folder = await openSnapshotFolder(session, request.snapshot, request.filter, hooks, signal);
  const found = await findNode(repository, folder.tree, request.path ?? '', signal);
  if (found === undefined) throw new LifeboatError('path-not-found', { path: request.path ?? '', snapshot: folder.entry.id });
  const path = found.kind === 'top' ? folder.path : folder.path + found.path;
  const tree = found.kind === 'top' ? folder.tree : found.node.type === 'dir' ? found.node.subtree : undefined;
  if (tree === undefined) {
    if (found.kind === 'entry') yield listedEntry(path, found.node);
    return;
  }
  const isWhole = (request.path ?? '') === '';
  for await (const step of walkTree(repository, tree, { signal, basePath: path, enters: () => isWhole || request.recursive === true })) {
    if (step.kind === 'node') yield listedEntry(step.path, step.node);
    else hooks.onProgress?.({ kind: 'warning', warning: { code: 'damaged', path: step.path, detail: damageDetail(step.error) } });
  }
}
