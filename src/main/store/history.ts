import type { Database } from 'better-sqlite3';
import { repositoryKey } from '../../shared/model/destination.ts';
import { type Job, type JobStatus, type JobWarning, jobSchema, jobWarningSchema, type Run, runSchema } from '../../shared/model/run.ts';
import { type Condition, DocumentTable, equals, firstByIndex, milliseconds, oneOf, since } from './document-table.ts';
import { changed } from './documents.ts';
import { runTexts } from './run-texts.ts';
import type { History, JobFilter, RunText } from './store.ts';

const LIMIT = 500;
/** Few jobs stay in one of these, or end in it. */
const RARE: ReadonlySet<JobStatus> = new Set(['scheduled', 'running', 'failed', 'interrupted']);
const NEWEST = 'seq DESC';
/** The same order, found by sorting what the index of times gives: SQLite would rather walk through the years. */
const SORTED = '+seq DESC';

/** Runs, jobs and their warnings in SQLite. */
export class SqliteHistory implements History {
  private readonly db: Database;
  private readonly runTable: DocumentTable<Run>;
  private readonly jobTable: DocumentTable<Job>;
  private readonly warningTable: DocumentTable<JobWarning>;

  constructor(db: Database) {
    this.db = db;
    this.runTable = new DocumentTable(db, {
      name: 'runs',
      schema: runSchema,
      id: ({ id }) => id,
      columns: (run) => ({ at: momentOf(run, run.dueAt), status: run.status }),
    });
    this.jobTable = new DocumentTable(db, {
      name: 'jobs',
      schema: jobSchema,
      id: ({ id }) => id,
      columns: (job) => ({
        run: job.run,
        at: this.momentOfJob(job),
        kind: job.kind,
        status: job.status,
        source: job.source ?? null,
        place: job.destination === undefined ? null : repositoryKey({ destination: job.destination, disk: job.disk }),
      }),
    });
    this.warningTable = new DocumentTable(db, { name: 'job_warnings', schema: jobWarningSchema, columns: ({ job }) => ({ job }) });
  }

  addRun(run: Run, jobs: readonly Job[]): void {
    this.together(() => {
      this.runTable.insert(run);
      this.addJobs(jobs);
    });
  }

  addJobs(jobs: readonly Job[]): void {
    this.together(() => {
      for (const job of jobs) this.jobTable.insert(job);
    });
  }

  updateRun(id: string, change: Partial<Omit<Run, 'id'>>): void {
    this.together(() => this.runTable.put({ ...changed<Run>(this.runTable.get(id), 'run', change), id }));
  }

  updateJob(id: string, change: Partial<Omit<Job, 'id' | 'run'>>): void {
    this.together(() => this.jobTable.put({ ...changed<Job>(this.jobTable.get(id), 'job', change), id }));
  }

  addWarnings(warnings: readonly JobWarning[]): void {
    this.together(() => {
      for (const warning of warnings) this.warningTable.insert(warning);
    });
  }

  /** What a seal kept, newest first. */
  addPast(runs: readonly Run[], jobs: readonly Job[]): void {
    for (const run of runs) this.runTable.insertPast(run);
    for (const job of jobs) this.jobTable.insertPast(job);
  }

  run(id: string): Run | undefined {
    return this.runTable.get(id);
  }

  job(id: string): Job | undefined {
    return this.jobTable.get(id);
  }

  runs(filter: { since?: string; limit?: number; statuses?: readonly JobStatus[] } = {}): readonly Run[] {
    const where = firstByIndex([...since('at', filter.since), ...oneOf('status', filter.statuses)]);
    return this.runTable.select({ where, order: filter.since === undefined ? NEWEST : SORTED, limit: filter.limit ?? LIMIT });
  }

  jobs(filter: JobFilter = {}): readonly Job[] {
    const isByTime = filter.since !== undefined && filter.run === undefined;
    return this.jobTable.select({ where: conditionsOf(filter), order: isByTime ? SORTED : NEWEST, limit: filter.limit ?? LIMIT });
  }

  lastJob(filter: JobFilter): Job | undefined {
    return this.jobs({ ...filter, limit: 1 })[0];
  }

  warnings(job: string): readonly JobWarning[] {
    return this.warningTable.select({ where: equals('job', job), order: 'seq' });
  }

  texts(moment: string): readonly RunText[] {
    return runTexts(this.db, milliseconds(moment));
  }

  private momentOfJob(job: Job): number {
    if (job.endedAt !== undefined || job.startedAt !== undefined) return momentOf(job, '');
    const run = this.runTable.get(job.run);
    return momentOf(job, run?.dueAt ?? '');
  }

  private together(work: () => void): void {
    this.db.transaction(work).immediate();
  }
}

/** The most selective first: see `firstByIndex`. */
function conditionsOf({ run, kinds, source, at, statuses, since: moment }: JobFilter): readonly Condition[] {
  const place = at && repositoryKey(at);
  const kind = kinds?.length === 1 ? kinds[0] : undefined;
  const bySource = source !== undefined && kind !== undefined ? both('source', source, kind) : equals('source', source);
  const byPlace = place !== undefined && kind !== undefined ? both('place', place, kind) : equals('place', place);
  const isRare = statuses?.every((status) => RARE.has(status)) ?? false;
  return firstByIndex([
    ...equals('run', run),
    ...since('at', moment),
    ...(isRare ? oneOf('status', statuses) : []),
    ...bySource.slice(0, 1),
    ...byPlace.slice(0, 1),
    ...(isRare ? [] : oneOf('status', statuses)),
    ...oneOf('kind', kinds),
  ]);
}

/** One condition over a column and the kind, for which there is an index of the two. */
function both(column: string, value: string, kind: string): readonly Condition[] {
  return [{ sql: `(${column} = ? AND kind = ?)`, values: [value, kind] }];
}

function momentOf({ endedAt, startedAt }: { endedAt?: string | undefined; startedAt?: string | undefined }, dueAt: string): number {
  return milliseconds(endedAt ?? startedAt ?? dueAt);
}
