import { LifeboatError } from '../../../shared/errors/index.ts';
import type { RestorePlanSummary } from '../operations/contract.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { type CollectedEntries, collectEntries, type RestoreOrder } from './collect-entries.ts';
import { decideFiles } from './decide-files.ts';
import { FetchPlan } from './fetch-plan.ts';
import type { Report } from './report.ts';
import type { FileAction, PlannedFile, RestorePlan } from './restore-plan.ts';
import { freeSpace } from './target/free-space.ts';

/**
 * Decides what a restore will do. Touches nothing; files that are there are read if their content has to be compared.
 * The index must be loaded. Memory grows with the number of entries and blobs, not with their size.
 */
export async function planRestore(
  repository: ReadingRepository,
  order: RestoreOrder,
  report: Report,
  signal: AbortSignal,
): Promise<RestorePlan> {
  report.phase('planning');
  const collected = await collectEntries(repository, order, report, signal);
  await decideFiles(collected, order, report, signal);
  const fetch = new FetchPlan(filesToWrite(collected.files), collected.table, repository.index);
  const summary = summarise(collected, order, fetch, await freeSpace(order.target));
  return { ...collected, summary, overwrite: order.overwrite, fetch, allocatedBytes: fetch.writtenBytes, warnings: [...report.warnings] };
}

/** The files whose content has to be written, in the order the fetch plan counts them. */
export function filesToWrite(files: readonly PlannedFile[]): PlannedFile[] {
  return files.filter((file) => isWritten(file) && file.linkTo === undefined);
}

/** Whether a file will be put in place, as content or as a link. */
export function isWritten(file: PlannedFile): boolean {
  return file.action === 'new' || file.action === 'replace';
}

/** Throws `no-space` if the plan writes more than is free. Replaced files give their room back only afterwards. */
export function assertSpace(plan: RestorePlan): void {
  const { freeBytes, target } = plan.summary;
  if (freeBytes !== undefined && plan.allocatedBytes > freeBytes) throw new LifeboatError('no-space', { path: target });
}

function summarise(collected: CollectedEntries, order: RestoreOrder, fetch: FetchPlan, freeBytes: number | undefined): RestorePlanSummary {
  const counts: Record<FileAction, number> = { new: 0, replace: 0, unchanged: 0, keep: 0, blocked: 0 };
  for (const file of collected.files) counts[file.action]++;
  return {
    snapshotId: order.snapshotId,
    target: order.target,
    filesNew: counts.new,
    filesReplaced: counts.replace,
    filesUnchanged: counts.unchanged,
    filesKept: counts.keep,
    dirs: collected.directories.filter((directory) => directory.node !== undefined).length,
    others: collected.others.length,
    bytes: filesToWrite(collected.files).reduce((sum, file) => sum + file.size, 0),
    packBytes: fetch.packBytes,
    freeBytes,
  };
}
