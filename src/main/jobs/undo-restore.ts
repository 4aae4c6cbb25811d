import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import type { RestoreReport } from '../../shared/model/restore.ts';
import type { HostHooks } from '../engine-host/index.ts';
import type { JobEnd } from './perform-job.ts';
import { sourceOf } from './source-of.ts';
import type { JobSurroundings } from './surroundings.ts';

type Part = RestoreReport['parts'][number];

/** The report of a restore in place that can be undone, also of one that broke off. `value-invalid` if there is nothing to undo. */
export function undoableReport({ store }: Pick<JobSurroundings, 'store'>, restore: string): RestoreReport {
  const report = store.notes.restoreReport(restore);
  if (report === undefined || report.undoneAt !== undefined || !report.parts.some(({ kept }) => kept !== undefined)) {
    throw new LifeboatError('value-invalid', {
      name: 'restore',
      value: restore,
      expected: 'one that replaced something and was not undone',
    });
  }
  return report;
}

/** Undoes a restore in place, the last part first. What is undone is on record part by part: after a break the rest can be undone. */
export async function runUndo(s: JobSurroundings, { job, restore }: { job: string; restore: string }, hooks: HostHooks): Promise<JobEnd> {
  const report = undoableReport(s, restore);
  const source = sourceOf(s, report.source);
  const secrets = await s.secrets.ofSource(source);
  hooks.onProgress?.({ kind: 'phase', phase: 'restoring' });
  for (const part of report.parts.toReversed()) {
    const { kept, place, undoneAt } = part;
    if (kept === undefined || undoneAt !== undefined) continue;
    hooks.onProgress?.({ kind: 'current', path: place });
    note(s, restore, part.part, { undoBegunAt: s.clock.now().toISOString() });
    const about = { part: part.part, place, kept, keepIn: report.keptIn ?? '', scratch: s.scratchFor(job) };
    await s.host.undoRestore({ source, secrets, ...about }, hooks).catch(unlessGone(report, part));
    note(s, restore, part.part, { undoneAt: s.clock.now().toISOString() });
  }
  s.store.notes.putRestoreReport({ ...undoableReport(s, restore), undoneAt: s.clock.now().toISOString() });
  return { status: 'completed' };
}

/**
 * What was kept may be gone without harm: the restore broke off between putting on record and replacing, or an undo before this
 * one had brought it back and broke off before that was on record.
 */
function unlessGone({ isUnfinished }: RestoreReport, { undoBegunAt }: Part): (error: unknown) => void {
  return (error) => {
    const mayBeGone = isUnfinished === true || undoBegunAt !== undefined;
    if (!mayBeGone || !isLifeboatError(error, 'database-missing')) throw error;
  };
}

function note({ store }: JobSurroundings, restore: string, part: string, news: Pick<Part, 'undoBegunAt' | 'undoneAt'>): void {
  const report = undoableReport({ store }, restore);
  const parts = report.parts.map((one) => (one.part === part ? { ...one, ...news } : one));
  store.notes.putRestoreReport({ ...report, parts });
}
