import type { Job, JobFigures, JobKind, JobStatus, Run } from '../../shared/model/run.ts';
import type { RunLine } from '../../shared/model/run-line.ts';
import { dayOf } from '../scheduler/index.ts';
import type { Store } from '../store/index.ts';
import { isAnyKept } from './made-points.ts';

/** Runs that are looked at for those that are wanted. */
const MOST = 10_000;
const JOBS = 1000;
const DAY = 24 * 60 * 60 * 1000;

export interface RunLinesWish {
  /** Only runs with a job of one of these kinds. */
  kinds?: readonly JobKind[] | undefined;
  /** Only runs that ended like this. */
  statuses?: readonly JobStatus[] | undefined;
  /** Only runs whose slot was on this day of the pharmacy's calendar, `YYYY-MM-DD`. */
  day?: string | undefined;
  limit: number;
}

/** The list of runs, newest first. */
export function runLines(store: Store, { kinds, statuses, day, limit }: RunLinesWish): RunLine[] {
  const { timeZone = 'UTC' } = store.pharmacy.get() ?? {};
  // A day of a time zone begins up to a day before that of the clocks in Greenwich.
  const since = day === undefined ? undefined : new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString();
  const runs = store.history.runs({ limit: MOST, ...(statuses && { statuses }), ...(since !== undefined && { since }) });
  const lines: RunLine[] = [];
  for (const run of runs) {
    if (day !== undefined && dayOf(run.dueAt, timeZone).date !== day) continue;
    const line = lineOf(store, run);
    if (kinds === undefined || kinds.some((kind) => line.kinds.includes(kind))) lines.push(line);
    if (lines.length === limit) break;
  }
  return lines;
}

function lineOf(store: Store, run: Run): RunLine {
  const jobs = store.history.jobs({ run: run.id, limit: JOBS });
  const counts = Object.fromEntries([...Map.groupBy(jobs, ({ status }) => status)].map(([status, all]) => [status, all.length]));
  return {
    run,
    kinds: [...new Set(jobs.map(({ kind }) => kind))],
    sources: [...new Set(jobs.flatMap(({ source }) => source ?? []))],
    counts,
    figures: sumOf(jobs),
    ...(isAnyKept(store, jobs) && { isKept: true }),
  };
}

function sumOf(jobs: readonly Job[]): JobFigures {
  const sum: JobFigures = {};
  for (const { figures } of jobs) {
    for (const [name, value] of Object.entries(figures) as [keyof JobFigures, number | undefined][]) {
      if (value !== undefined) sum[name] = (sum[name] ?? 0) + value;
    }
  }
  return sum;
}
