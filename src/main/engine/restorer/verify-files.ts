import { isLifeboatError } from '../../../shared/errors/index.ts';
import { hasContent } from './compare-file.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import type { Report } from './report.ts';
import { type PlannedFile, type RestorePlan, snapshotPath, targetPath } from './restore-plan.ts';

const CONCURRENCY = 4;

/** Reads every file back that should be as in the snapshot; how many are. Others become warnings. */
export async function verifyFiles(
  plan: RestorePlan,
  written: ReadonlySet<PlannedFile>,
  report: Report,
  signal: AbortSignal,
): Promise<number> {
  const files = plan.files.filter((file) => (written.has(file) || file.action === 'unchanged') && !Number.isNaN(file.size));
  report.phase('verifying', { files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) });
  let verified = 0;
  const verify = async (file: PlannedFile): Promise<void> => {
    report.current(snapshotPath(file));
    if (await isAsStored(file, plan, signal)) verified++;
    else report.warn('not-restored', snapshotPath(file), 'wrong-hash');
    report.done(1, file.size);
  };
  await forEachConcurrently(files, CONCURRENCY, verify, signal);
  return verified;
}

async function isAsStored(file: PlannedFile, plan: RestorePlan, signal: AbortSignal): Promise<boolean> {
  try {
    return await hasContent(targetPath(file), file.content, plan.table, signal);
  } catch (error) {
    if (isLifeboatError(error)) throw error;
    return false;
  }
}
