import { asLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import { type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { Job, JobStatus, JobWarning } from '../../shared/model/run.ts';
import type { HostHooks } from '../engine-host/index.ts';
import type { Admission, Use } from './admission.ts';
import type { JobSurroundings } from './surroundings.ts';

/** What a job's work gives. */
export interface JobEnd extends Pick<Partial<Job>, 'reason' | 'figures' | 'snapshot' | 'error'> {
  status: 'completed' | 'completed-with-warnings' | 'skipped' | 'failed';
  warnings?: Omit<JobWarning, 'job'>[];
}

export interface JobWork {
  job: string;
  /** Repositories it uses, and how. */
  uses: { ref: RepositoryRef; use: Use }[];
  signal: AbortSignal;
  work: (hooks: JobHooks) => Promise<JobEnd>;
  /** False: what was begun must not be begun again by itself, as a restore that has replaced half of something. */
  mayRepeat?: boolean;
}

export interface JobHooks extends HostHooks {
  signal: AbortSignal;
  /** Lets the job into one more repository, beside others, until it ends: where it reads is known only when it looks. */
  enter: (ref: RepositoryRef) => Promise<void>;
}

/** Codes after which the same is tried once more at once: the engine process is new then. */
const ONCE_MORE: ReadonlySet<string> = new Set(['engine-died']);

/**
 * Takes a job through its life: admitted, running, ended. The history is written first, then it is announced. Throws only
 * when the history cannot be written.
 */
export async function performJob(s: JobSurroundings, admission: Admission, asked: JobWork): Promise<Job> {
  const { job, uses, signal } = asked;
  // Whoever was stopped before its turn came waits for nobody.
  if (signal.aborted) return finish(s, job, { status: 'interrupted' });
  const admitted = await Promise.all(uses.map(async ({ ref, use }) => await admission.enter(repositoryKey(ref), use)));
  const parked = AbortSignal.any(admitted.map(({ parked: park }) => park));
  const stop = AbortSignal.any([signal, parked]);
  try {
    if (stop.aborted) throw new LifeboatError('aborted', {});
    change(s, job, { status: 'running', startedAt: s.clock.now().toISOString() });
    const enter = async (ref: RepositoryRef): Promise<void> => {
      admitted.push(await admission.enter(repositoryKey(ref), 'shared'));
    };
    return finish(s, job, await attempt(s, asked, { signal: stop, enter }));
  } catch (error) {
    return finish(s, job, failure(asLifeboatError(error), stop, parked));
  } finally {
    for (const { leave } of admitted) leave();
  }
}

async function attempt(
  s: JobSurroundings,
  { job, work, mayRepeat = true }: JobWork,
  life: Pick<JobHooks, 'signal' | 'enter'>,
): Promise<JobEnd> {
  const run = s.store.history.job(job)?.run ?? '';
  const hooks = {
    ...life,
    onProgress: (progress: Parameters<NonNullable<HostHooks['onProgress']>>[0]) =>
      s.events.announce({ kind: 'progress', job, run, progress }),
  };
  try {
    return await work(hooks);
  } catch (error) {
    if (!mayRepeat || !ONCE_MORE.has(asLifeboatError(error).code) || life.signal.aborted) throw error;
    return await work(hooks);
  }
}

type Ending = Omit<JobEnd, 'status'> & { status: JobStatus };

function failure(error: LifeboatError, stop: AbortSignal, parked: AbortSignal): Ending {
  if (parked.aborted) return { status: 'skipped', reason: 'parked' };
  if (stop.aborted || error.code === 'aborted') return { status: 'interrupted' };
  return { status: 'failed', error: error.report() };
}

function finish(s: JobSurroundings, job: string, { warnings = [], figures = {}, ...end }: Ending): Job {
  s.store.history.addWarnings(warnings.map((warning) => ({ job, ...warning })));
  return change(s, job, {
    ...end,
    figures: { ...figures, ...(warnings.length > 0 && { warnings: warnings.length }) },
    endedAt: s.clock.now().toISOString(),
  });
}

function change(s: JobSurroundings, id: string, values: Partial<Omit<Job, 'id' | 'run'>>): Job {
  s.store.history.updateJob(id, values);
  const job = s.store.history.job(id) as Job;
  s.events.announce({ kind: 'job', job });
  return job;
}
