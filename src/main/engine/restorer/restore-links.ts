import { constants } from 'node:fs';
import { copyFile, link } from 'node:fs/promises';
import { pathForSystem } from '../format/name.ts';
import { giveDetails } from './entry-details.ts';
import { attemptEntry } from './attempt-entry.ts';
import type { MadeDirectories } from './make-directories.ts';
import type { Report } from './report.ts';
import { type PlannedFile, type RestorePlan, snapshotPath, targetPath } from './restore-plan.ts';
import { throwIfAborted } from '../abort.ts';
import { failureReason } from './target/failure.ts';
import { lookAt } from './target/look.ts';
import { makeInPlace } from './target/put-in-place.ts';
import { syncFile } from './target/sync-file.ts';
import { temporaryPath } from './target/temporary-files.ts';

/** What a file system says that has no hard links, or no room for one more. */
const WITHOUT_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EINVAL', 'EISDIR']);

/** Makes the further names of files that are in place; returns those that succeeded. */
export async function restoreLinks(
  plan: RestorePlan,
  written: ReadonlySet<PlannedFile>,
  directories: MadeDirectories,
  report: Report,
  signal: AbortSignal,
): Promise<Set<PlannedFile>> {
  const linked = new Set<PlannedFile>();
  for (const file of plan.files) {
    const { linkTo: leader } = file;
    if (leader === undefined || !directories.has(file.directory)) continue;
    throwIfAborted(signal);
    if (leader.action !== 'unchanged' && !written.has(leader)) {
      report.warn('not-restored', snapshotPath(file), 'hard-link');
      continue;
    }
    if (plan.overwrite === 'never' && (await lookAt(targetPath(file))) !== undefined) continue;
    if (!(await attemptEntry(file, report, () => makeLink(leader, file, report)))) continue;
    directories.touch(file.directory);
    linked.add(file);
    report.done(1, 0);
  }
  return linked;
}

async function makeLink(leader: PlannedFile, file: PlannedFile, report: Report): Promise<void> {
  const from = targetPath(leader);
  await makeInPlace(temporaryPath(file.directory.path), targetPath(file), async (temporary) => {
    try {
      await link(pathForSystem(from), pathForSystem(temporary));
    } catch (error) {
      if (!WITHOUT_LINKS.has(failureReason(error))) throw error;
      await copyFile(pathForSystem(from), pathForSystem(temporary), constants.COPYFILE_EXCL);
      await syncFile(temporary);
      giveDetails(temporary, snapshotPath(file), file.node, report);
      report.warn('metadata-incomplete', snapshotPath(file), 'hard-link');
    }
  });
}
