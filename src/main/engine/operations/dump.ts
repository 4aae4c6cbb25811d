import { LifeboatError } from '../../../shared/errors/index.ts';
import { anySignal, throwIfAborted } from '../abort.ts';
import { readContent, Report } from '../restorer/index.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import { findNode } from '../tree-walk/index.ts';
import type { DumpRequest } from './contract.ts';
import { openSnapshotFolder } from './snapshot-folder.ts';

/**
 * Hands a file's content to `sink`, verified piece by piece in order; the next piece waits until `sink` resolves.
 * `path-not-found`, `not-a-file`, `blob-damaged`, `blob-not-found`: what was handed out until then is right.
 */
export async function dump(
  session: ReadingSession,
  request: DumpRequest,
  sink: (chunk: Uint8Array) => Promise<void>,
  hooks: Hooks = {},
): Promise<void> {
  const signal = anySignal(session.signal, hooks.signal);
  const report = new Report(hooks.onProgress);
  const folder = await openSnapshotFolder(session, request.snapshot, request.filter, hooks, signal);
  const found = await findNode(session.repository, folder.tree, request.path, signal);
  if (found === undefined) throw new LifeboatError('path-not-found', { path: request.path, snapshot: folder.entry.id });
  if (found.kind === 'top' || found.node.type !== 'file') throw new LifeboatError('not-a-file', { path: request.path });
  report.phase('restoring', { files: 1, bytes: found.node.size ?? 0 });
  for await (const chunk of readContent(session.repository, found.node.content ?? [], signal)) {
    throwIfAborted(signal);
    await sink(chunk);
    report.done(0, chunk.length);
  }
  report.done(1, 0);
}
