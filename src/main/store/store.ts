import type { CustodyEntry, Alert, KitRecord, KitTest, Settings } from '../../shared/model/installation.ts';
import type { Destination, Probe, RepositoryRef } from '../../shared/model/destination.ts';
import type { Job, JobKind, JobStatus, JobWarning, Run } from '../../shared/model/run.ts';
import type { Person } from '../../shared/model/person.ts';
import type { Pharmacy } from '../../shared/model/pharmacy.ts';
import type { Proof, RestorePoint } from '../../shared/model/restore-point.ts';
import type { Source } from '../../shared/model/source.ts';

/** The app's memory. All calls are synchronous and durable when they return; readers give frozen copies. */
export interface Store {
  readonly pharmacy: Single<Pharmacy>;
  readonly settings: Single<Settings>;
  readonly sources: Collection<Source>;
  readonly destinations: Collection<Destination>;
  readonly people: Collection<Person>;
  readonly history: History;
  readonly points: Points;
  readonly notes: Notes;
  /** Several changes that are made together or not at all. */
  transaction<T>(work: () => T): T;
  close(): void;
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
  /** Adds it or takes the place of the one with its id. */
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
  /** Newest first. */
  runs(filter?: { since?: string; limit?: number; statuses?: readonly JobStatus[] }): readonly Run[];
  jobs(filter?: JobFilter): readonly Job[];
  /** The newest job that fits. */
  lastJob(filter: JobFilter): Job | undefined;
  warnings(job: string): readonly JobWarning[];
}

/** What is known of restore points, proofs and places; a cache of what the repositories hold, except for proofs. */
export interface Points {
  add(points: readonly RestorePoint[]): void;
  /** What a listing of a repository says is the truth: takes the place of everything known of it. */
  replaceAll(at: RepositoryRef, points: readonly RestorePoint[], listedAt: string): void;
  remove(at: RepositoryRef, snapshots: readonly string[]): void;
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
  custody(destination: string, limit?: number): readonly CustodyEntry[];
  addKitRecord(record: KitRecord): void;
  kitRecords(): readonly KitRecord[];
  addKitTest(test: KitTest): void;
  kitTests(): readonly KitTest[];
  putAlert(alert: Alert): void;
  /** Newest first; `open`: those not cleared. */
  alerts(filter?: { open?: boolean; limit?: number }): readonly Alert[];
  /** Anything else that is one small value by name, such as the last clock reading or the version of the last start. */
  flag(name: string): string | undefined;
  setFlag(name: string, value: string | undefined): void;
}
