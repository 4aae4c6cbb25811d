import type { RestoreReport } from '../../shared/model/restore.ts';
import { keptRecords } from '../engine-host/index.ts';
import type { Store } from '../store/index.ts';

/**
 * Restores in place that broke off: what each had put aside before is in its report from now on, so that it can be undone; one
 * that had replaced nothing has no report any more. `keptIn`: only the one that keeps there; without it every one, as at
 * start-up, when none is at work.
 */
export async function recordBrokenRestores({ notes }: Pick<Store, 'notes'>, keptIn?: string): Promise<void> {
  const isMeant = (report: RestoreReport): boolean => keptIn === undefined || report.keptIn === keptIn;
  for (const report of notes
    .restoreReports()
    .filter(({ isUnfinished }) => isUnfinished)
    .filter(isMeant)) {
    const kept = await keptRecords(report.keptIn ?? '');
    if (kept.length === 0) notes.removeRestoreReport(report.job);
    else notes.putRestoreReport({ ...report, parts: kept.map((part) => ({ ...part, compared: 0, differences: [] })) });
  }
}
