import { canSyncFileSystems } from '../filesystem/index.ts';
import { correctDetails } from './entry-details.ts';
import type { MadeDirectories } from './make-directories.ts';
import type { Report } from './report.ts';
import { type PlannedDirectory, type RestorePlan, snapshotPath, targetPath } from './restore-plan.ts';
import { throwIfAborted } from '../abort.ts';
import { syncDirectory } from './target/directories.ts';
import { failureReason } from './target/failure.ts';

/**
 * Sets what is set last: details of files that were left, then of folders, the deepest first. Before that every folder
 * with new names is made durable, where that was not done for whole file systems: all in a row, since on a journalling
 * file system the first sync then serves most of them.
 */
export async function finishDetails(plan: RestorePlan, directories: MadeDirectories, report: Report, signal: AbortSignal): Promise<void> {
  const made = plan.directories.filter((directory) => directories.has(directory)).reverse();
  for (const directory of canSyncFileSystems() ? [] : made) {
    throwIfAborted(signal);
    if (directories.isTouched(directory)) await makeDurable(directory, report);
  }
  for (const file of plan.files) {
    throwIfAborted(signal);
    if (file.action === 'unchanged') correctDetails(targetPath(file), snapshotPath(file), file.node, report);
  }
  for (const directory of made) {
    throwIfAborted(signal);
    const isOurs = directory.selected || directory.action !== 'exists';
    if (directory.node && isOurs) correctDetails(directory.path, directory.snapshotPath, directory.node, report);
  }
}

async function makeDurable(directory: PlannedDirectory, report: Report): Promise<void> {
  try {
    await syncDirectory(directory.path);
  } catch (error) {
    // Some network file systems cannot sync folders, and a folder may be closed to us; its files are synced.
    const reason = failureReason(error);
    if (reason === 'EIO') report.warn('metadata-incomplete', directory.snapshotPath, reason);
  }
}
