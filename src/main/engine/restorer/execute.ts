import { LifeboatError } from '../../../shared/errors/index.ts';
import type { ReadingRepository } from '../repository/index.ts';
import { forEachConcurrently } from '../concurrency/index.ts';
import { syncFileSystems } from '../filesystem/index.ts';
import { ContentWriter } from './content-writer.ts';
import { fetchPacks } from './fetch-packs.ts';
import { finishDetails } from './finish-details.ts';
import { type MadeDirectories, makeDirectories } from './make-directories.ts';
import { assertSpace, isWritten } from './plan.ts';
import type { Report } from './report.ts';
import { restoreLinks } from './restore-links.ts';
import { restoreOthers } from './restore-others.ts';
import type { PlannedFile, RestorePlan } from './restore-plan.ts';
import { verifyFiles } from './verify-files.ts';

/** Files without content that are made at the same time. */
const FILES_AT_A_TIME = 8;

/** What executing a plan did; warnings are in the report. */
export interface ExecutedRestore {
  filesRestored: number;
  bytesRestored: number;
  filesVerified: number;
}

/**
 * Carries a plan out: folders, content, links, special files, then details. Throws what concerns the whole restore
 * (`no-space` before anything is touched) and, if not one of the files could be restored, why the first could not.
 * Whatever happens, no temporary file is left and a file that was there is whole, the old one or the new one.
 */
export async function executeRestore(
  repository: ReadingRepository,
  plan: RestorePlan,
  options: { verify: boolean },
  report: Report,
  signal: AbortSignal,
): Promise<ExecutedRestore> {
  assertSpace(plan);
  report.phase('restoring', { files: plan.files.filter(isWritten).length, bytes: plan.summary.bytes });
  const directories = await makeDirectories(plan, report, signal);
  const { written, bytes } = await restoreContent(repository, plan, directories, report, signal);
  const linked = await restoreLinks(plan, written, directories, report, signal);
  await restoreOthers(plan, directories, report, signal);
  // Before folders get their own modes, which may not let us open them.
  await syncFileSystems(plan.directories.filter((directory) => directories.has(directory)).map(({ path }) => path));
  report.phase('metadata');
  await finishDetails(plan, directories, report, signal);
  const restored = new Set([...written, ...linked]);
  assertSomething(plan, restored.size, report);
  const filesVerified = options.verify ? await verifyFiles(plan, restored, report, signal) : 0;
  return { filesRestored: restored.size, bytesRestored: bytes, filesVerified };
}

async function restoreContent(
  repository: ReadingRepository,
  plan: RestorePlan,
  directories: MadeDirectories,
  report: Report,
  signal: AbortSignal,
): Promise<{ written: ReadonlySet<PlannedFile>; bytes: number }> {
  const writer = new ContentWriter(plan, directories, report);
  try {
    await forEachConcurrently(writer.filesWithoutContent(), FILES_AT_A_TIME, (file) => writer.makeWithoutContent(file), signal);
    await fetchPacks(repository, plan, writer, signal);
  } finally {
    await writer.close();
  }
  return { written: writer.restored, bytes: writer.bytes };
}

function assertSomething(plan: RestorePlan, restored: number, report: Report): void {
  const there = plan.summary.filesUnchanged + plan.summary.filesKept + plan.others.length;
  if (restored + there > 0) return;
  const loss = report.warnings.find(({ code }) => code === 'not-restored' || code === 'damaged');
  if (loss) throw report.firstLoss ?? new LifeboatError('io-failed', { path: plan.summary.target, reason: loss.detail ?? loss.code });
}
