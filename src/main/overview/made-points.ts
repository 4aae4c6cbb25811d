import type { Job } from '../../shared/model/run.ts';
import type { MadePoint } from '../../shared/model/timeline.ts';
import { isKept, keptPoint } from '../jobs/index.ts';
import type { Store } from '../store/index.ts';

const JOBS = 1000;

/** The restore points that a run made and that are still at a place, each once, in the order in which they were made. */
export function pointsMadeBy(store: Store, run: string): MadePoint[] {
  const made = store.history.jobs({ run, limit: JOBS }).flatMap((job) => pointOf(store, job) ?? []);
  return [...new Map(made.map((point) => [point.point, point])).values()].toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
}

/** Whether somebody keeps one of the restore points that these jobs made. */
export function isAnyKept(store: Store, jobs: readonly Job[]): boolean {
  return jobs.some(({ kind, snapshot }) => kind === 'backup' && snapshot !== undefined && isKept(store, snapshot));
}

/** A backup's snapshot is its restore point. It may be gone from where it was made, and be at another place still. */
function pointOf(store: Store, { kind, source, snapshot }: Job): MadePoint | undefined {
  if (kind !== 'backup' || source === undefined || snapshot === undefined) return undefined;
  const found = store.points.list({ source }).find(({ point }) => point === snapshot);
  if (found === undefined) return undefined;
  const kept = keptPoint(store, snapshot);
  return { point: snapshot, source, time: found.time, ...(kept && { kept }) };
}
