import type { Report } from './report.ts';
import { type PlannedOther, snapshotPath, targetPath } from './restore-plan.ts';
import { failureReason, fatalFailure, targetError } from './target/failure.ts';

/** Does something for one entry; its failure is a warning, unless it concerns the whole restore. Whether it succeeded. */
export async function attemptEntry(entry: PlannedOther, report: Report, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const path = targetPath(entry);
    const fatal = fatalFailure(error, path);
    if (fatal) throw fatal;
    report.lose(snapshotPath(entry), failureReason(error), targetError(error, path));
    return false;
  }
}
