import type { Log } from '../log.ts';
import type { JobEvents } from '../jobs/index.ts';

/** Keeps a diary of runs and jobs for those who help: what ended how, without names of files or people. */
export function logWork(log: Log, events: JobEvents): void {
  const jobs = log('jobs');
  events.listen((event) => {
    if (event.kind === 'run')
      jobs.info('run', { id: event.run.id, trigger: event.run.trigger, tier: event.run.tier, status: event.run.status });
    if (event.kind !== 'job' || event.job.endedAt === undefined) return;
    const { id, run, kind, source, destination, disk, status, reason, error, figures } = event.job;
    const facts = { id, run, kind, source, destination, disk, status, reason, error: error?.code, figures };
    if (status === 'failed') jobs.warn('job-ended', facts);
    else jobs.info('job-ended', facts);
  });
}
