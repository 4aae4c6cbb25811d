import { anySignal } from '../abort.ts';
import { keepReplaced } from '../keeping/index.ts';
import {
  checkTarget,
  createSelection,
  executeRestore,
  nameRules,
  planRestore,
  Report,
  type RestoreOrder,
  type RestorePlan,
} from '../restorer/index.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import type { RestoreRequest, RestoreResult } from './contract.ts';
import { openSnapshotFolder } from './snapshot-folder.ts';

/**
 * Brings a snapshot, or a part of it, back into a folder. What cannot be brought back is a warning and the rest goes on;
 * throws what concerns all of it: `target-unsafe`, `no-space` before anything is touched, or why not one file could be restored.
 */
export async function restore(session: ReadingSession, request: RestoreRequest, hooks: Hooks = {}): Promise<RestoreResult> {
  const signal = anySignal(session.signal, hooks.signal);
  const report = new Report(hooks.onProgress);
  const order = await orderOf(session, request, keepingWarnings(hooks, report), signal);
  const plan = await planRestore(session.repository, order, report, signal);
  await session.confirmLock();
  if (request.dryRun) return resultOf(plan, report, { filesRestored: 0, bytesRestored: 0, filesVerified: 0 });
  if (request.keepReplacedIn !== undefined) {
    await keepReplaced(plan, request.keepReplacedIn, signal);
    await request.onKept?.();
  }
  const executed = await executeRestore(session.repository, plan, { verify: request.verify ?? false }, report, signal);
  return resultOf(plan, report, executed);
}

/** Warnings from finding the snapshot belong to the result too. */
function keepingWarnings({ onProgress, ...hooks }: Hooks, report: Report): Hooks {
  return {
    ...hooks,
    onProgress: (progress) => {
      if (progress.kind === 'warning') report.warn(progress.warning.code, progress.warning.path, progress.warning.detail);
      else onProgress?.(progress);
    },
  };
}

async function orderOf(session: ReadingSession, request: RestoreRequest, hooks: Hooks, signal: AbortSignal): Promise<RestoreOrder> {
  const selection = createSelection(request.include ?? [], request.exclude ?? []);
  const { protectedPaths = [], overwrite = 'always' } = request;
  const target = await checkTarget(request.target, { protectedPaths, repositoryLocation: session.repository.location });
  const folder = await openSnapshotFolder(session, request.snapshot, request.filter, hooks, signal);
  return {
    snapshotId: folder.entry.id,
    tree: folder.tree,
    basePath: folder.path,
    target: target.path,
    selection,
    overwrite,
    offLimits: target.repository === undefined ? [] : [target.repository],
    names: nameRules(process.platform),
  };
}

function resultOf(
  plan: RestorePlan,
  report: Report,
  counts: Pick<RestoreResult, 'filesRestored' | 'bytesRestored' | 'filesVerified'>,
): RestoreResult {
  const { warnings } = report;
  return { outcome: warnings.length === 0 ? 'completed' : 'completed-with-warnings', plan: plan.summary, ...counts, warnings };
}
