import { type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { Progress } from '../../shared/model/progress.ts';
import type { RestoreItem } from '../../shared/model/restore.ts';
import type { Job, JobKind, Run, SkipReason } from '../../shared/model/run.ts';
import type { Source } from '../../shared/model/source.ts';
import type { AzureCredentials } from '../engine/index.ts';
import type { Use } from './admission.ts';
import { SourceBackups } from './back-up-source.ts';
import { JobDesk, laneOf } from './job-desk.ts';
import { mayWrite } from './may-write.ts';
import type { JobHooks, JobWork } from './perform-job.ts';
import { type Reach, reachDestinations } from './places-now.ts';
import { inTierOrder, JobRows, planBackups } from './plan-run.ts';
import { ProgressBoard } from './progress-board.ts';
import { allEnded, RunBook } from './run-book.ts';
import { runCheck } from './run-check.ts';
import { runKeyRemoval } from './run-key-removal.ts';
import { runMaintenance } from './run-maintenance.ts';
import { runProbe } from './run-probe.ts';
import { runProof } from './run-proof.ts';
import { runRenewal } from './run-renewal.ts';
import { runRestore } from './run-restore.ts';
import { runSeal } from './run-seal.ts';
import { runSelfCheck } from './run-self-check.ts';
import type { JobSurroundings } from './surroundings.ts';
import { runUndo, undoableReport } from './undo-restore.ts';
import type { BackupWish, RunWish, StartedRun } from './wishes.ts';

interface PlannedWork extends Pick<JobWork, 'work' | 'uses' | 'mayRepeat'> {
  job: Job;
  lanes: string[];
}

/** Kinds of job that change what lies at a place. */
const WRITES: ReadonlySet<JobKind> = new Set(['backup', 'copy', 'seal', 'maintenance']);

/** The only room that starts long work: plans runs, writes them down, has them carried out in lanes. */
export class Runs {
  private readonly s: JobSurroundings;
  private readonly book: RunBook;
  private readonly desk: JobDesk;
  private readonly backups: SourceBackups;
  private readonly progress: ProgressBoard;

  constructor(surroundings: JobSurroundings) {
    this.s = surroundings;
    this.book = new RunBook(surroundings);
    this.desk = new JobDesk(surroundings);
    this.backups = new SourceBackups(surroundings, this.desk);
    this.progress = new ProgressBoard(surroundings.events);
  }

  /** Backs sources up into every place that can be reached. */
  async backUp(wish: BackupWish): Promise<StartedRun> {
    const { store } = this.s;
    const wanted = store.sources
      .list()
      .filter(({ id, tier }) => (wish.sources?.includes(id) ?? true) && (wish.tier === undefined || wish.tier === tier));
    const run = this.book.newRun(wish, wish.tier);
    const plans = planBackups(wanted, await this.writable(), new JobRows(run, this.s.newId), wish.hold);
    const jobs = plans.flatMap(({ backup, copies, skipped }) => [backup, ...copies.map(({ job }) => job), ...skipped]);
    return this.book.start(run, jobs, async (signal) => {
      await allEnded(plans.map(async (plan) => await this.backups.backUp(run, plan, signal)));
    });
  }

  /** A planned slot in which nothing runs, on record with its reason. */
  skip(wish: BackupWish, reason: SkipReason): Run {
    const run: Run = { ...this.book.newRun(wish, wish.tier), status: 'skipped', endedAt: this.s.clock.now().toISOString() };
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
    return this.oneByOne(wish, (rows) =>
      what.map(({ source, ref }) => {
        const job = rows.row('proof', { source: source.id, ref });
        const work: PlannedWork['work'] = async (hooks) => await runProof(this.s, { job: job.id, source, ref }, hooks);
        return { job, lanes: ['proof'], uses: [{ ref, use: 'shared' }], work };
      }),
    );
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

  /** Takes the keys of lost PCs out of repositories; `left` are those where that is not possible now, on record with the reason. */
  removeKeys(wish: RunWish, refs: readonly RepositoryRef[], left: readonly { ref: RepositoryRef; reason: SkipReason }[]): StartedRun {
    return this.eachPlace(wish, { kind: 'key-removal', use: 'exclusive' }, refs, async (ref) => await runKeyRemoval(this.s, { ref }), left);
  }

  /** Begins the new repositories of places, one after the other: each has the keys of the first. `left` as of removed keys. */
  renew(wish: RunWish, refs: readonly RepositoryRef[], left: readonly { ref: RepositoryRef; reason: SkipReason }[]): StartedRun {
    const plan = (rows: JobRows): PlannedWork[] =>
      refs.map((ref) => {
        const work: PlannedWork['work'] = async () => await runRenewal(this.s, ref);
        return { job: rows.row('renewal', { ref }), lanes: ['renewal'], uses: [{ ref, use: 'exclusive' }], work };
      });
    return this.oneByOne(wish, plan, (rows) => left.map((about) => rows.row('renewal', about)));
  }

  /** Looks whether repositories still open, all at once: one that answers late keeps nobody from being asked. */
  selfCheck(wish: RunWish, refs: readonly RepositoryRef[]): StartedRun {
    return this.eachPlace(
      wish,
      { kind: 'self-check', use: 'shared' },
      refs,
      async (ref, hooks) => await runSelfCheck(this.s, { ref }, hooks),
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
    const order = inTierOrder(this.s.store.sources.list()).map(({ id }) => id);
    const sorted = items.toSorted((a, b) => order.indexOf(a.source) - order.indexOf(b.source));
    return this.oneByOne(wish, (rows) =>
      sorted.map((item) => {
        const ref = refOf(item);
        const job = rows.row('restore', { source: item.source, ref });
        const work: PlannedWork['work'] = async (hooks) => await runRestore(this.s, { job: job.id, item }, hooks);
        return { job, lanes: [laneOf(item.source), 'restore'], uses: [{ ref, use: 'shared' }], work, mayRepeat: false };
      }),
    );
  }

  /** Undoes a restore in place, given by its job. `value-invalid` if there is nothing to undo. */
  undo(wish: RunWish, restore: string): StartedRun {
    const { source } = undoableReport(this.s, restore);
    return this.oneByOne(wish, (rows) => {
      const job = rows.row('undo', { source });
      const work: PlannedWork['work'] = async (hooks) => await runUndo(this.s, { job: job.id, restore }, hooks);
      return [{ job, lanes: [laneOf(source), 'restore'], uses: [], work }];
    });
  }

  /** Stops a run; what is finished stays, its other jobs end as interrupted. False: there is no such run at work. */
  cancel(run: string): boolean {
    return this.book.cancel(run);
  }

  /** Stops runs that delete, or write to a place where nobody may write now, and waits until they have stopped. */
  async stopWriting(mayBeWritten: (ref: RepositoryRef) => boolean): Promise<void> {
    const open = this.s.store.history.jobs({ statuses: ['scheduled', 'running'], limit: 10_000 });
    await this.book.stop(new Set(open.filter((job) => WRITES.has(job.kind) && !isAllowed(job, mayBeWritten)).map(({ run }) => run)));
  }

  /** Stops everything but what brings data back, and waits until it has stopped. */
  async stopAllButRestores(): Promise<void> {
    const open = this.s.store.history.jobs({ statuses: ['scheduled', 'running'], limit: 10_000 });
    await this.book.stop(new Set(open.filter(({ kind }) => kind !== 'restore' && kind !== 'undo').map(({ run }) => run)));
  }

  /** The newest facts of jobs at work, by job. */
  progressOf(job: string): readonly Progress[] {
    return this.progress.of(job);
  }

  get isWorking(): boolean {
    return this.book.isWorking;
  }

  /** Stops everything that runs, to be made up for at the scheduler's next look, and waits until it has stopped. */
  async park(): Promise<void> {
    await this.book.park();
  }

  /** Stops everything and waits until it has stopped. */
  async close(): Promise<void> {
    await this.book.close();
  }

  /** Destinations as a run that writes finds them. */
  private async writable(): Promise<Reach[]> {
    const reaches = await reachDestinations(this.s);
    return reaches.map((one) =>
      'ref' in one && !mayWrite(this.s.store, one.ref) ? { destination: one.destination, reason: 'attack-suspected' } : one,
    );
  }

  private oneByOne(wish: RunWish, plan: (rows: JobRows) => readonly PlannedWork[], left: (rows: JobRows) => Job[] = () => []): StartedRun {
    const run = this.book.newRun(wish);
    const rows = new JobRows(run, this.s.newId);
    const planned = plan(rows);
    const jobs = [...planned.map(({ job }) => job), ...left(rows)];
    return this.book.start(run, jobs, async (signal) => {
      for (const { job, lanes, ...work } of planned) await this.desk.perform(lanes, { ...work, job: job.id, signal });
    });
  }

  private eachPlace(
    wish: RunWish,
    { kind, use }: { kind: JobKind; use: Use },
    refs: readonly RepositoryRef[],
    perform: (ref: RepositoryRef, hooks: JobHooks) => ReturnType<JobWork['work']>,
    left: readonly { ref: RepositoryRef; reason: SkipReason }[] = [],
  ): StartedRun {
    const run = this.book.newRun(wish);
    const rows = new JobRows(run, this.s.newId);
    const planned = refs.map((ref) => ({ ref, job: rows.row(kind, { ref }) }));
    const jobs = [...planned.map(({ job }) => job), ...left.map((about) => rows.row(kind, about))];
    return this.book.start(run, jobs, async (signal) => {
      await allEnded(
        planned.map(async ({ ref, job }) => {
          const work: JobWork = { job: job.id, uses: [{ ref, use }], signal, work: async (hooks) => await perform(ref, hooks) };
          await this.desk.perform([`${kind} ${repositoryKey(ref)}`], work);
        }),
      );
    });
  }
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
