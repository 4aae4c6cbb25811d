import type { CustodyEntry, Alert, KitRecord, KitTest, Settings } from '../../shared/model/installation.ts';
import type { Destination, Probe, RepositoryRef } from '../../shared/model/destination.ts';
import type { Job, JobKind, JobStatus, JobWarning, Run } from '../../shared/model/run.ts';
import type { Person } from '../../shared/model/person.ts';
import type { Pharmacy } from '../../shared/model/pharmacy.ts';
import type { RestoreReport } from '../../shared/model/restore.ts';
import type { Proof, RestorePoint } from '../../shared/model/restore-point.ts';
import type { SetupProgress } from '../../shared/model/setup-progress.ts';
import type { Source } from '../../shared/model/source.ts';

/**
 * The app's memory. All calls are synchronous and durable when they return; readers give frozen copies.
 *
 * Errors of every call: `store-damaged` for a row that cannot be read, those of the disk (`no-space`, `read-only`,
 * `io-failed`), and `internal` for a value that is not of the model's shape. "Newest" is what was added last, whatever the
 * clock said then; of restore points what has the latest time.
 */
export interface Store {
  readonly pharmacy: Single<Pharmacy>;
  readonly settings: Single<Settings>;
  /** How far the guided set-up is; undefined: nobody began it. */
  readonly setup: Single<SetupProgress>;
  readonly sources: Collection<Source>;
  readonly destinations: Collection<Destination>;
  readonly people: Collection<Person>;
  readonly history: History;
  readonly points: Points;
  readonly notes: Notes;
  /** Several changes that are made together or not at all. */
  transaction<T>(work: () => T): T;
  /** Adds what a seal kept, as older than everything that is there; what is there already stays as it is. */
  addPast(past: Past): void;
  /**
   * Forgets history that is older than must be kept: six years, a job's warnings after one. The newest of each kind of
   * record stays. How many records went.
   */
  tidy(now: Date): number;
  close(): void;
}

/** History as a seal keeps it, oldest first. */
export interface Past {
  runs: readonly Run[];
  jobs: readonly Job[];
  proofs: readonly Proof[];
  restoreReports: readonly RestoreReport[];
  probes: readonly { at: RepositoryRef; probe: Probe }[];
  custody: readonly CustodyEntry[];
  kitRecords: readonly KitRecord[];
  kitTests: readonly KitTest[];
  flags: Readonly<Record<string, string>>;
}

/** One document. */
export interface Single<T> {
  /** Undefined before set-up. */
  get(): T | undefined;
  set(value: T): void;
}

/** Documents with an `id`, in the order they were added. */
export interface Collection<T extends { id: string }> {
  list(): readonly T[];
  get(id: string): T | undefined;
  /** Adds it or takes the place of the one with its id. `internal` if it is not of the model's shape. */
  put(value: T): void;
  remove(id: string): void;
}

export interface JobFilter {
  run?: string;
  kinds?: readonly JobKind[];
  source?: string;
  at?: RepositoryRef;
  statuses?: readonly JobStatus[];
  /** RFC 3339: ended (or planned, where it has not ended) at or after. */
  since?: string;
  /** Newest first; default 500. */
  limit?: number;
}

/** Runs and their jobs: written before anything is announced. */
export interface History {
  addRun(run: Run, jobs: readonly Job[]): void;
  addJobs(jobs: readonly Job[]): void;
  updateRun(id: string, change: Partial<Omit<Run, 'id'>>): void;
  updateJob(id: string, change: Partial<Omit<Job, 'id' | 'run'>>): void;
  addWarnings(warnings: readonly JobWarning[]): void;
  run(id: string): Run | undefined;
  job(id: string): Job | undefined;
  /** Newest first; `since` as of jobs; default limit 500. */
  runs(filter?: { since?: string; limit?: number; statuses?: readonly JobStatus[] }): readonly Run[];
  jobs(filter?: JobFilter): readonly Job[];
  /** The newest job that fits. */
  lastJob(filter: JobFilter): Job | undefined;
  warnings(job: string): readonly JobWarning[];
  /** Ended runs and their jobs for the seal, oldest first: what ended since then, without runs that only sealed. */
  texts(since: string): readonly RunText[];
}

/** A run and its jobs as JSON: months of them are carried, not looked into. */
export interface RunText {
  /** When the run ended, in milliseconds since 1970. */
  endedAt: number;
  run: string;
  jobs: readonly string[];
}

/** What is known of restore points, proofs and places; a cache of what the repositories hold, except for proofs. */
export interface Points {
  add(points: readonly RestorePoint[]): void;
  /** What a listing of a repository says is the truth: takes the place of everything known of it. */
  replaceAll(at: RepositoryRef, points: readonly RestorePoint[], listedAt: string): void;
  remove(at: RepositoryRef, snapshots: readonly string[]): void;
  /** Everything known of a repository, its proofs too, is from now on known of it under another name. */
  rename(at: RepositoryRef, to: RepositoryRef): void;
  /** Newest first. */
  list(filter?: { source?: string; at?: RepositoryRef; point?: string; since?: string; limit?: number }): readonly RestorePoint[];
  /** When the repository was last listed. */
  listedAt(at: RepositoryRef): string | undefined;
  addProof(proof: Proof): void;
  /** Newest first. */
  proofs(filter?: {
    source?: string;
    at?: RepositoryRef;
    point?: string;
    passed?: boolean;
    since?: string;
    limit?: number;
  }): readonly Proof[];
}

/** Small facts with a date. */
export interface Notes {
  nextDueAt(key: string): string | undefined;
  setNextDueAt(key: string, at: string | undefined): void;
  addProbe(at: RepositoryRef, probe: Probe): void;
  /** Newest first. */
  probes(at: RepositoryRef, limit?: number): readonly Probe[];
  addCustody(entry: CustodyEntry): void;
  /** Newest first; of every destination when none is named. */
  custody(destination?: string, limit?: number): readonly CustodyEntry[];
  addKitRecord(record: KitRecord): void;
  /** Newest first. */
  kitRecords(): readonly KitRecord[];
  addKitTest(test: KitTest): void;
  /** Newest first. */
  kitTests(): readonly KitTest[];
  putAlert(alert: Alert): void;
  /** Newest first; `open`: those not cleared. */
  alerts(filter?: { open?: boolean; limit?: number }): readonly Alert[];
  /** Adds it or takes the place of the one of its job. */
  putRestoreReport(report: RestoreReport): void;
  removeRestoreReport(job: string): void;
  restoreReport(job: string): RestoreReport | undefined;
  /** Newest first. */
  restoreReports(limit?: number): readonly RestoreReport[];
  /** Anything else that is one small value by name, such as the last clock reading or the version of the last start. */
  flag(name: string): string | undefined;
  setFlag(name: string, value: string | undefined): void;
  /** All flags whose name begins so. */
  flags(prefix: string): Readonly<Record<string, string>>;
}
