import { asLifeboatError } from '../../shared/errors/index.ts';
import { type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { Progress } from '../../shared/model/progress.ts';
import type { RestoreItem } from '../../shared/model/restore.ts';
import type { Job, JobKind, Run, SkipReason } from '../../shared/model/run.ts';
import type { Source } from '../../shared/model/source.ts';
import type { Tier } from '../../shared/model/tier.ts';
import type { AzureCredentials } from '../engine/index.ts';
import { Admission, type Use } from './admission.ts';
import { dueAgain } from './due-again.ts';
import { Lanes } from './lanes.ts';
import { mayWrite } from './may-write.ts';
import { type JobHooks, type JobWork, performJob } from './perform-job.ts';
import { type Reach, reachDestinations } from './places-now.ts';
import { ProgressBoard } from './progress-board.ts';
import { inTierOrder, JobRows, planBackups, type SourcePlan } from './plan-run.ts';
import { runBackup } from './run-backup.ts';
import { runCheck } from './run-check.ts';
import { runCopy } from './run-copy.ts';
import { runMaintenance } from './run-maintenance.ts';
import { outcomeOf } from './run-outcome.ts';
import { runProbe } from './run-probe.ts';
import { runProof } from './run-proof.ts';
import { runRestore } from './run-restore.ts';
import { runSeal } from './run-seal.ts';
import type { JobSurroundings } from './surroundings.ts';
import type { BackupWish, RunWish, StartedRun } from './wishes.ts';

interface PlannedWork extends Pick<JobWork, 'work' | 'mayRepeat'> {
  job: Job;
  ref: RepositoryRef;
}

/** Failures that say something about the place, not about the source: another place may take the backup. */
const PLACE_FAILED: ReadonlySet<string> = new Set([
  'place-unreachable',
  'no-space',
  'read-only',
  'permission-denied',
  'io-failed',
  'credential-refused',
  'credential-missing',
  'wrong-password',
  'repository-not-found',
  'repository-locked',
  'lock-lost',
  'save-lost',
]);

/** Kinds of job that change what lies at a place. */
const WRITES: ReadonlySet<JobKind> = new Set(['backup', 'copy', 'seal', 'maintenance']);

/** The only room that starts long work: makes runs, writes them down, carries them out in lanes. */
export class Runs {
  private readonly s: JobSurroundings;
  private readonly lanes = new Lanes();
  private readonly admission = new Admission();
  private readonly working = new Map<string, { stop: AbortController; ended: Promise<Run> }>();
  private readonly progress: ProgressBoard;
  /** Copies that wait in their lane, by source and repository, and what stops them: another of the same would do the same. */
  private readonly waitingCopies = new Map<string, AbortSignal>();
  private closing = false;
  /** Runs that were stopped because the PC goes off: their slots are due again. */
  private readonly parked = new Set<string>();

  constructor(surroundings: JobSurroundings) {
    this.s = surroundings;
    this.progress = new ProgressBoard(surroundings.events);
  }

  /** Backs sources up into every place that can be reached. */
  async backUp(wish: BackupWish): Promise<StartedRun> {
    const { store } = this.s;
    const wanted = store.sources
      .list()
      .filter(({ id, tier }) => (wish.sources?.includes(id) ?? true) && (wish.tier === undefined || wish.tier === tier));
    const run = this.newRun(wish, wish.tier);
    const plans = planBackups(wanted, await this.writable(), new JobRows(run, this.s.newId), wish.hold);
    const jobs = plans.flatMap(({ backup, copies, skipped }) => [backup, ...copies.map(({ job }) => job), ...skipped]);
    return this.start(run, jobs, async (signal) => {
      await allEnded(plans.map(async (plan) => await this.backUpSource(run, plan, signal)));
    });
  }

  /** A planned slot in which nothing runs, on record with its reason. */
  skip(wish: BackupWish, reason: SkipReason): Run {
    const run: Run = { ...this.newRun(wish, wish.tier), status: 'skipped', endedAt: this.s.clock.now().toISOString() };
    const rows = new JobRows(run, this.s.newId);
    const sources = this.s.store.sources.list().filter(({ tier }) => wish.tier === undefined || tier === wish.tier);
    this.s.store.history.addRun(
      run,
      sources.map(({ id }) => rows.row('backup', { source: id, reason })),
    );
    this.s.events.announce({ kind: 'run', run });
    return run;
  }

  /** Trial restores of sources from repositories. */
  prove(wish: RunWish, what: readonly { source: Source; ref: RepositoryRef }[]): StartedRun {
    const run = this.newRun(wish);
    const rows = new JobRows(run, this.s.newId);
    const planned = what.map(({ source, ref }) => {
      const job = rows.row('proof', { source: source.id, ref });
      const work: PlannedWork['work'] = async (hooks) => await runProof(this.s, { job: job.id, source, ref }, hooks);
      return { job, ref, work };
    });
    return this.oneByOne(run, planned);
  }

  /** Looks for damage in repositories. */
  check(wish: RunWish, refs: readonly RepositoryRef[]): StartedRun {
    return this.eachPlace(wish, { kind: 'check', use: 'shared' }, refs, async (ref, hooks) => await runCheck(this.s, { ref }, hooks));
  }

  /** Forgets and prunes in repositories. `credentialOf` gives what may delete at a place, for this once. */
  maintain(
    wish: RunWish,
    refs: readonly RepositoryRef[],
    credentialOf: (ref: RepositoryRef) => AzureCredentials | undefined = none,
  ): StartedRun {
    return this.eachPlace(
      wish,
      { kind: 'maintenance', use: 'exclusive' },
      refs,
      async (ref, hooks) => await runMaintenance(this.s, { ref, azure: credentialOf(ref) }, hooks),
    );
  }

  /** Tries places: room, speed, clock. */
  probe(wish: RunWish, refs: readonly RepositoryRef[]): StartedRun {
    return this.eachPlace(wish, { kind: 'probe', use: 'shared' }, refs, async (ref, hooks) => await runProbe(this.s, { ref }, hooks));
  }

  /** Keeps the app's own memory in repositories. */
  seal(wish: RunWish, refs: readonly RepositoryRef[]): StartedRun {
    const { store } = this.s;
    const files = this.s.sealFiles();
    const writable = refs.filter((ref) => mayWrite(store, ref));
    return this.eachPlace(
      wish,
      { kind: 'seal', use: 'shared' },
      writable,
      async (ref, hooks) => await runSeal(this.s, { ref, files }, hooks),
    );
  }

  /** Brings sources back, in tier order. */
  restore(wish: RunWish, items: readonly RestoreItem[]): StartedRun {
    const run = this.newRun(wish);
    const rows = new JobRows(run, this.s.newId);
    const order = inTierOrder(this.s.store.sources.list()).map(({ id }) => id);
    const sorted = items.toSorted((a, b) => order.indexOf(a.source) - order.indexOf(b.source));
    const planned = sorted.map((item) => {
      const ref = refOf(item);
      const job = rows.row('restore', { source: item.source, ref });
      const work: PlannedWork['work'] = async (hooks) => await runRestore(this.s, { job: job.id, item }, hooks);
      return { job, ref, work, mayRepeat: false };
    });
    return this.oneByOne(run, planned);
  }

  /** Stops a run; what is finished stays, its other jobs end as interrupted. False: there is no such run at work. */
  cancel(run: string): boolean {
    const found = this.working.get(run);
    found?.stop.abort();
    return found !== undefined;
  }

  /** Stops runs that delete, or write to a place where nobody may write now, and waits until they have stopped. */
  async stopWriting(mayBeWritten: (ref: RepositoryRef) => boolean): Promise<void> {
    const open = this.s.store.history.jobs({ statuses: ['scheduled', 'running'], limit: 10_000 });
    const stops = new Set(open.filter((job) => WRITES.has(job.kind) && !isAllowed(job, mayBeWritten)).map(({ run }) => run));
    const found = [...stops].flatMap((run) => this.working.get(run) ?? []);
    for (const { stop } of found) stop.abort();
    await Promise.all(found.map(async ({ ended }) => await ended));
  }

  /** The newest facts of jobs at work, by job. */
  progressOf(job: string): readonly Progress[] {
    return this.progress.of(job);
  }

  get isWorking(): boolean {
    return this.working.size > 0;
  }

  /** Stops everything that runs, to be made up for at the scheduler's next look, and waits until it has stopped. */
  async park(): Promise<void> {
    const working = [...this.working];
    for (const [id, { stop }] of working) {
      this.parked.add(id);
      stop.abort();
    }
    await Promise.all(working.map(async ([, { ended }]) => await ended));
  }

  /** Stops everything and waits until it has stopped. */
  async close(): Promise<void> {
    this.closing = true;
    for (const { stop } of this.working.values()) stop.abort();
    while (this.working.size > 0) await Promise.all([...this.working.values()].map(async ({ ended }) => await ended));
  }

  /** Destinations as a run that writes finds them. */
  private async writable(): Promise<Reach[]> {
    const reaches = await reachDestinations(this.s);
    return reaches.map((one) =>
      'ref' in one && !mayWrite(this.s.store, one.ref) ? { destination: one.destination, reason: 'attack-suspected' } : one,
    );
  }

  private newRun({ trigger, dueAt, person }: RunWish, tier?: Tier): Run {
    const due = (dueAt ?? this.s.clock.now()).toISOString();
    return { id: this.s.newId(), trigger, dueAt: due, status: 'scheduled', ...(tier && { tier }), ...(person !== undefined && { person }) };
  }

  private start(run: Run, jobs: readonly Job[], work: (signal: AbortSignal) => Promise<void>): StartedRun {
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

  private async backUpSource(run: Run, plan: SourcePlan, signal: AbortSignal): Promise<void> {
    if (plan.backup.status === 'scheduled') {
      await this.lanes.enqueue('capture', async () => await this.backUpSomewhere(run, plan, signal));
    }
    await allEnded(plan.copies.map(async ({ job, ref }) => await this.copy(job.id, plan.source.id, ref, signal)));
  }

  /** Into the first place; into the next one if it is the place that fails. */
  private async backUpSomewhere(run: Run, { source, backup, places }: SourcePlan, signal: AbortSignal): Promise<void> {
    const rows = new JobRows(run, this.s.newId);
    let job = backup;
    for (const ref of places) {
      if (job.destination !== ref.destination || job.disk !== ref.disk) {
        job = rows.row('backup', { source: source.id, ref });
        this.s.store.history.addJobs([job]);
      }
      const { id } = job;
      const done = await performJob(this.s, this.admission, {
        job: id,
        uses: [{ ref, use: 'shared' }],
        signal,
        work: async (hooks) => await runBackup(this.s, { job: id, run: run.id, source, ref }, hooks),
      });
      if (done.status !== 'failed' || !PLACE_FAILED.has(done.error?.code ?? '')) return;
    }
  }

  private async copy(job: string, source: string, ref: RepositoryRef, signal: AbortSignal): Promise<void> {
    const key = `${source} ${repositoryKey(ref)}`;
    const work: JobWork = {
      job,
      uses: [{ ref, use: 'shared' }],
      signal,
      work: async (hooks) => await runCopy(this.s, { source, ref }, hooks),
    };
    if (this.waitingCopies.get(key)?.aborted === false) {
      await performJob(this.s, this.admission, {
        ...work,
        uses: [],
        work: () => Promise.resolve({ status: 'skipped', reason: 'superseded' }),
      });
      return;
    }
    this.waitingCopies.set(key, signal);
    await this.lanes.enqueue(`copy ${repositoryKey(ref)}`, async () => {
      if (this.waitingCopies.get(key) === signal) this.waitingCopies.delete(key);
      return await performJob(this.s, this.admission, work);
    });
  }

  private oneByOne(run: Run, planned: readonly PlannedWork[]): StartedRun {
    const jobs = planned.map(({ job }) => job);
    return this.start(run, jobs, async (signal) => {
      for (const { job, ref, ...work } of planned) {
        const asked: JobWork = { ...work, job: job.id, uses: [{ ref, use: 'shared' }], signal };
        await this.lanes.enqueue(job.kind, async () => await performJob(this.s, this.admission, asked));
      }
    });
  }

  private eachPlace(
    wish: RunWish,
    { kind, use }: { kind: JobKind; use: Use },
    refs: readonly RepositoryRef[],
    perform: (ref: RepositoryRef, hooks: JobHooks) => ReturnType<JobWork['work']>,
  ): StartedRun {
    const run = this.newRun(wish);
    const rows = new JobRows(run, this.s.newId);
    const planned = refs.map((ref) => ({ ref, job: rows.row(kind, { ref }) }));
    return this.start(
      run,
      planned.map(({ job }) => job),
      async (signal) => {
        await allEnded(
          planned.map(async ({ ref, job }) => {
            const work: JobWork = { job: job.id, uses: [{ ref, use }], signal, work: async (hooks) => await perform(ref, hooks) };
            await this.lanes.enqueue(`${kind} ${repositoryKey(ref)}`, async () => await performJob(this.s, this.admission, work));
          }),
        );
      },
    );
  }
}

/** Waits for all, also when one fails: nobody ends a run some of whose jobs are still at work. */
async function allEnded(work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw asLifeboatError(failed.reason);
}

function isAllowed({ kind, destination, disk }: Job, mayBeWritten: (ref: RepositoryRef) => boolean): boolean {
  return kind !== 'maintenance' && destination !== undefined && mayBeWritten({ destination, disk });
}

function none(): undefined {
  return undefined;
}

function refOf({ destination, disk }: RestoreItem): RepositoryRef {
  return { destination, disk };
}
