import { anySignal } from '../abort.ts';
import { loadSnapshots } from '../tree-walk/index.ts';
import { bytesMissing, executeCopy, planCopy } from '../copy/index.ts';
import type { AppendingSession, Hooks, ReadingSession } from '../session.ts';
import { chooseSnapshots } from './choose-snapshots.ts';
import type { CopyRequest, CopyResult } from './contract.ts';

/**
 * Brings snapshots that `to` lacks out of `from`, blob for blob, without reading the sources again. What is there already is
 * passed over, so that a copy that was cut off goes on. A snapshot that is damaged in `from` is not copied and is named; the
 * others are. `snapshot-not-found`, `id-ambiguous` for snapshots that are named.
 */
export async function copy(from: ReadingSession, to: AppendingSession, request: CopyRequest = {}, hooks: Hooks = {}): Promise<CopyResult> {
  const signal = anySignal(from.signal, to.signal, hooks.signal);
  const work = { ...hooks, signal };
  const wanted = await chooseSnapshots(from, request, work);
  const there = await loadSnapshots(to.repository, signal);
  hooks.onProgress?.({ kind: 'phase', phase: 'loading-index' });
  await from.repository.loadIndex({ signal });
  await to.repository.loadIndex({ signal });
  const plan = planCopy(wanted.snapshots, there.entries);
  hooks.onProgress?.({ kind: 'phase', phase: 'copying' });
  tellTotal(from, to, request, plan.missing.length, hooks);
  const executed = await executeCopy(from.repository, to.repository, plan, work);
  const isWhole = executed.damaged.length + wanted.unreadable.length === 0;
  return {
    outcome: isWhole ? 'completed' : 'completed-with-warnings',
    present: plan.present,
    unreadable: wanted.unreadable,
    ...executed,
  };
}

/** How many bytes a choice of snapshots shares with the others is known only when they are copied. */
function tellTotal(from: ReadingSession, to: AppendingSession, request: CopyRequest, files: number, hooks: Hooks): void {
  if (hooks.onProgress === undefined) return;
  const { hosts = [], tags = [], paths = [] } = request.filter ?? {};
  const isChoice = (request.snapshots ?? []).length + hosts.length + tags.length + paths.length > 0;
  const bytes = isChoice || files === 0 ? 0 : bytesMissing(from.repository.index, to.repository.index);
  hooks.onProgress({ kind: 'total', files, bytes });
}
