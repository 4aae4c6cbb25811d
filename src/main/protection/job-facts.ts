import type { Job } from '../../shared/model/run.ts';
import type { Store } from '../store/index.ts';
import type { JobFacts } from './facts.ts';

/** A job as the rules see it; its moment is its end, its beginning, or its run's slot. */
export function factsOfJob({ history }: Pick<Store, 'history'>, { run, status, reason, error, startedAt, endedAt }: Job): JobFacts {
  return { status, reason, error, at: endedAt ?? startedAt ?? history.run(run)?.dueAt ?? '1970-01-01T00:00:00.000Z' };
}

/** Whether something was at or after a moment: what was done at a place before says nothing of its new repository. */
export function isSince(at: string | undefined, since: string | undefined): boolean {
  return since === undefined || (at !== undefined && Date.parse(at) >= Date.parse(since));
}
