import type { Job, Run } from '../../../shared/model/run.ts';
import type { RestoreReport } from '../../../shared/model/restore.ts';

/** How a restore ended, over all its sources. */
export type RestoreOutcome = 'done' | 'partly' | 'failed' | 'cancelled';

const DAY = 24 * 60 * 60 * 1000;

export function outcomeOf({ endedAt }: Pick<Run, 'endedAt'>, jobs: readonly Job[]): RestoreOutcome | undefined {
  if (endedAt === undefined) return undefined;
  const restores = jobs.filter(({ kind }) => kind === 'restore');
  const back = restores.filter(({ status }) => status === 'completed' || status === 'completed-with-warnings');
  if (restores.length > 0 && back.length === restores.length) return 'done';
  if (restores.some(({ status }) => status === 'interrupted')) return 'cancelled';
  return back.length > 0 ? 'partly' : 'failed';
}

/** Until when a restore can be undone, RFC 3339; undefined if it replaced nothing. */
export function undoableUntil({ parts, at }: RestoreReport, keptDays: number): string | undefined {
  if (!parts.some(({ kept }) => kept !== undefined)) return undefined;
  return new Date(Date.parse(at) + keptDays * DAY).toISOString();
}

/** The moment after which work has to be entered again, for those sources that went back to their place; the oldest of them. */
export function reenterSince(reports: readonly RestoreReport[]): string | undefined {
  const back = reports.filter(({ way, undoneAt, isUnfinished }) => way === 'in-place' && undoneAt === undefined && isUnfinished !== true);
  const moments = back.map(({ pointTime }) => pointTime);
  return moments.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}
