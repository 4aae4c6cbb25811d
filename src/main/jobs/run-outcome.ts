import type { Job, JobStatus } from '../../shared/model/run.ts';

/** How a run as a whole ended: as badly as the worst of its jobs; skipped only if all were. */
export function outcomeOf(jobs: readonly Job[]): JobStatus {
  const statuses = new Set(jobs.map(({ status }) => status));
  for (const status of ['interrupted', 'failed', 'completed-with-warnings', 'completed'] as const) if (statuses.has(status)) return status;
  return 'skipped';
}
