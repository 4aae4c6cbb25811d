import { asLifeboatError } from '../../shared/errors/index.ts';
import type { Job, Run } from '../../shared/model/run.ts';
import type { Tier } from '../../shared/model/tier.ts';
import { dueAgain } from './due-again.ts';
import { outcomeOf } from './run-outcome.ts';
import type { JobSurroundings } from './surroundings.ts';
import type { RunWish, StartedRun } from './wishes.ts';

interface Working {
  stop: AbortController;
  ended: Promise<Run>;
}

/** The life of runs: begun, written down, stopped, ended. What they do is not its matter. */
export class RunBook {
  private readonly s: JobSurroundings;
  private readonly working = new Map<string, Working>();
  private closing = false;
  /** Runs that were stopped because the PC goes off: their slots are due again. */
  private readonly parked = new Set<string>();

  constructor(surroundings: JobSurroundings) {
    this.s = surroundings;
  }

  newRun({ trigger, dueAt, person }: RunWish, tier?: Tier): Run {
    const due = (dueAt ?? this.s.clock.now()).toISOString();
    return { id: this.s.newId(), trigger, dueAt: due, status: 'scheduled', ...(tier && { tier }), ...(person !== undefined && { person }) };
  }

  start(run: Run, jobs: readonly Job[], work: (signal: AbortSignal) => Promise<void>): StartedRun {
    const { store, events, clock } = this.s;
    const begun: Run = { ...run, status: 'running', startedAt: clock.now().toISOString() };
    store.history.addRun(begun, jobs);
    events.announce({ kind: 'run', run: begun });
    const stop = new AbortController();
    if (this.closing) stop.abort();
    // Where the history cannot be written the next start finds the run open and ends it.
    const ended = work(stop.signal)
      .catch(() => undefined)
      .then(() => this.end(run.id))
      .catch((): Run => ({ ...begun, status: 'failed' }))
      .finally(() => this.working.delete(run.id));
    this.working.set(run.id, { stop, ended });
    return { id: run.id, ended };
  }

  /** False: there is no such run at work. */
  cancel(run: string): boolean {
    const found = this.working.get(run);
    found?.stop.abort();
    return found !== undefined;
  }

  /** Stops these runs and waits until they have stopped. */
  async stop(runs: Iterable<string>): Promise<void> {
    const found = [...runs].flatMap((run) => this.working.get(run) ?? []);
    for (const { stop } of found) stop.abort();
    await Promise.all(found.map(async ({ ended }) => await ended));
  }

  get isWorking(): boolean {
    return this.working.size > 0;
  }

  /** Stops everything that runs, to be made up for at the scheduler's next look, and waits until it has stopped. */
  async park(): Promise<void> {
    const working = [...this.working.keys()];
    for (const id of working) this.parked.add(id);
    await this.stop(working);
  }

  /** Stops everything and waits until it has stopped. */
  async close(): Promise<void> {
    this.closing = true;
    while (this.working.size > 0) await this.stop(this.working.keys());
  }

  private end(id: string): Run {
    const { store, events, clock } = this.s;
    const endedAt = clock.now().toISOString();
    const left = store.history.jobs({ run: id, statuses: ['scheduled', 'running'], limit: 10_000 });
    for (const job of left) store.history.updateJob(job.id, { status: 'interrupted', endedAt });
    store.history.updateRun(id, { status: outcomeOf(store.history.jobs({ run: id, limit: 10_000 })), endedAt });
    const run = store.history.run(id) as Run;
    const isParked = this.parked.delete(id) || this.closing;
    if (isParked && run.status === 'interrupted') dueAgain(store, run);
    events.announce({ kind: 'run', run });
    return run;
  }
}

/** Waits for all, also when one fails: nobody ends a run some of whose jobs are still at work. */
export async function allEnded(work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw asLifeboatError(failed.reason);
}
