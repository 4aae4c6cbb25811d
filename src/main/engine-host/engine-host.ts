import type { Destination, Probe } from '../../shared/model/destination.ts';
import type { OnProgress } from '../../shared/model/progress.ts';
import type { Proof, ProofLevel, RestorePoint } from '../../shared/model/restore-point.ts';
import type { SelfTest } from '../../shared/model/self-test.ts';
import type { SingleSource, Source } from '../../shared/model/source.ts';
import type { Retention } from '../../shared/model/tier.ts';
import type { Witness, WitnessDifference } from '../../shared/model/witness.ts';
import type { Warning } from '../../shared/model/progress.ts';
import type {
  AzureCredentials,
  BandwidthLimits,
  CheckRequest,
  CheckResult,
  FindRequest,
  FoundVersion,
  ListedEntry,
  PruneResult,
  RestorePlanSummary,
  RestoreResult,
} from '../engine/index.ts';
import type { SourceWarningCode } from '../sources/index.ts';

/** A repository and what opens it. Lives in memory and on the private port only, never in a file or a log. */
export interface RepositoryAccess {
  /** The engine's location: a path, or `azure:CONTAINER[/PREFIX]`. */
  location: string;
  password: string;
  azure?: AzureCredentials;
}

/** A place without a repository, or before one is made. */
export type Place = Omit<RepositoryAccess, 'password'>;

/** Credentials of a source's parts, by the part's id and the credential's name: `{ 'dispensing': { password: '...' } }`. */
export type SourceSecrets = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A restore point as a repository knows it; which repository that is, its asker knows. */
export type ListedPoint = Omit<RestorePoint, 'destination' | 'disk' | 'witness'> & {
  /** The installation that made it. */
  installation: string | undefined;
};

/** What a caller may hand to every request. */
export interface HostHooks {
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

export interface HostBackupRequest {
  at: RepositoryAccess;
  source: Source;
  secrets: SourceSecrets;
  /** A folder of this request's own below the scratch root; made, used and wiped. The same in every request that has one. */
  scratch: string;
  installation: string;
  run: string;
}

export interface HostBackupResult {
  snapshot: string;
  time: string;
  files: number;
  bytes: number;
  bytesAdded: number;
  bytesStored: number;
  witness: Witness | undefined;
  isConsistent: boolean;
  warnings: Warning[];
  /** What the captures had to say. */
  notes: SourceNote[];
}

/** Something a person should know of a source, beside errors and warnings of single files. */
export interface SourceNote {
  part: string;
  code: SourceWarningCode;
  detail?: string;
}

export interface HostCopyRequest {
  from: RepositoryAccess;
  to: RepositoryAccess;
  /** Snapshot ids at `from`; without any, everything that `to` lacks. */
  snapshots?: string[];
  /** Of this PC: one that another took over from writes nothing. */
  installation: string;
}

export interface HostCopyResult {
  /** Id at `from` and id at `to`, also of those that were there already. */
  copied: { source: string; copy: string }[];
  damaged: string[];
  bytesCopied: number;
  bytesStored: number;
}

export interface HostProofRequest {
  at: RepositoryAccess;
  snapshot: string;
  /** As it is set up now; its parts say how each is opened. */
  source: Source;
  secrets: SourceSecrets;
  scratch: string;
  /** `full`: everything comes back. Otherwise a random sample of about so many bytes of files (databases always whole). */
  extent: 'full' | { sampleBytes: number };
  /** Facts of the restore point before, to see a sharp drop. */
  previous?: Witness;
}

export type HostProofResult = Pick<Proof, 'passed' | 'level' | 'isSample' | 'findings' | 'compared' | 'seconds' | 'bytes'> & {
  level: ProofLevel;
};

/** Where a part of a source is put. */
export type RestoreWay =
  /** Next to the original, under a new name. */
  | { way: 'beside' }
  /** Into a folder of the person's choice. */
  | { way: 'folder'; path: string }
  /** Into a new database of this name on the same or another server. */
  | { way: 'new-database'; name: string }
  /** Over the original; what it replaces is kept below `keepIn` first. */
  | { way: 'in-place'; keepIn: string };

export interface HostRestoreRequest {
  at: RepositoryAccess;
  snapshot: string;
  /** As it should be put back; its paths and servers may differ from those of the backup. */
  source: Source;
  secrets: SourceSecrets;
  to: RestoreWay;
  /** Paths inside the snapshot; everything when empty. For folder parts only. */
  include?: string[];
  scratch: string;
  /** A folder of this restore's own in which is on record what it makes anew, until it is whole; there only as long as something is. */
  making: string;
}

/** To remove what a restore made and did not finish. */
export interface HostUnfinishedRequest {
  /** As `making` in the restore's request. */
  folder: string;
  secrets: SourceSecrets;
  scratch: string;
}

/** A database that could not be removed, and why: an error's code, or `not-known-whose`. */
export interface UnfinishedLeft {
  part: string;
  name: string;
  reason: string;
}

/** What a restore would do, before it is done. */
export interface HostRestorePlan {
  files: RestorePlanSummary | undefined;
  parts: {
    part: string;
    kind: SingleSource['kind'];
    /** Whether what is there now opens and is healthy; undefined where there is nothing. */
    live: { isHealthy: boolean; isInUse: boolean; witness: Witness | undefined } | undefined;
    /** What putting back in place would throw away: facts that are further on now than in the restore point. */
    thrownAway: WitnessDifference[];
    witness: Witness | undefined;
  }[];
  bytes: number;
  freeBytes: number | undefined;
}

export interface HostRestoreResult {
  parts: {
    part: string;
    /** Where it is now: a path or a database's name. */
    place: string;
    /** Where what it replaced is kept; undefined if nothing was. */
    kept: string | undefined;
    differences: WitnessDifference[];
    compared: number;
    notes: SourceNote[];
  }[];
  files: RestoreResult | undefined;
  bytes: number;
  seconds: number;
  warnings: Warning[];
}

/** Undoes a restore in place: brings back what it replaced. */
export interface HostUndoRequest {
  source: Source;
  secrets: SourceSecrets;
  scratch: string;
  part: string;
  kept: string;
  place: string;
  /** As it was in the restore's request. */
  keepIn: string;
}

export interface HostMaintenanceRequest {
  at: RepositoryAccess;
  /** Retention for each source (and `seal`), and the moment that nothing younger than stays untouched by a floor. */
  policies: { source: string; retention: Retention; keepWithinDays?: number }[];
  pins: { snapshot: string; reason: string }[];
  dryRun?: boolean;
}

export interface HostMaintenanceResult {
  forgotten: string[];
  kept: { snapshot: string; reasons: string[] }[];
  locked: string[];
  prune: PruneResult | undefined;
}

/** A file of the seal: name and content. */
export interface SealFile {
  name: string;
  content: string;
}

/** Something found on this PC that could be protected. */
export interface FoundSource {
  /** Ready to be saved but for credentials and questions. */
  source: SingleSource;
  bytes: number | undefined;
  /** The newest change seen in it, RFC 3339. */
  newest: string | undefined;
  /** Another process has it open or serves it. */
  isInUse: boolean;
}

export interface SourceTest {
  ok: boolean;
  witness: Witness | undefined;
  bytes: number | undefined;
  error: { code: string; data: Record<string, unknown>; retryable: boolean } | undefined;
  /** Codes of things a person should know, such as tables that are not covered. */
  notes: SourceNote[];
}

/**
 * Long engine work, wherever it runs: in a child process for the app, in this process for some tests. Requests carry
 * credentials and paths, never file bytes. Every method may throw the engine's errors, and `engine-died` if the child
 * process ended; the same request may then be made again.
 */
export interface EngineHost {
  /** Makes a repository whose first key is `password`, with its label, beside `otherKeys`; with `from`, with the same master keys and key files as that one. */
  createRepository(request: {
    at: RepositoryAccess;
    label: string;
    otherKeys?: { password: string; label: string }[];
    from?: RepositoryAccess;
  }): Promise<{ keyIds: string[] }>;
  /** Writes, reads back and removes a small file; speed, room, clock, and whether this PC could destroy a copy there. */
  probe(request: { at: Place; destination: Destination }, hooks?: HostHooks): Promise<Probe>;
  /** Whether a repository is there, and which restore points it holds. Cheap enough to show a list. */
  listPoints(request: { at: RepositoryAccess }, hooks?: HostHooks): Promise<ListedPoint[]>;

  backup(request: HostBackupRequest, hooks?: HostHooks): Promise<HostBackupResult>;
  copy(request: HostCopyRequest, hooks?: HostHooks): Promise<HostCopyResult>;
  prove(request: HostProofRequest, hooks?: HostHooks): Promise<HostProofResult>;
  planRestore(request: HostRestoreRequest, hooks?: HostHooks): Promise<HostRestorePlan>;
  restore(request: HostRestoreRequest, hooks?: HostHooks): Promise<HostRestoreResult>;
  undoRestore(request: HostUndoRequest, hooks?: HostHooks): Promise<void>;
  /** Nothing that was there before the restore is ever removed. What is left is on record still. */
  removeUnfinished(request: HostUnfinishedRequest, hooks?: HostHooks): Promise<UnfinishedLeft[]>;
  check(request: { at: RepositoryAccess; readData: CheckRequest['readData'] }, hooks?: HostHooks): Promise<CheckResult>;
  maintain(request: HostMaintenanceRequest, hooks?: HostHooks): Promise<HostMaintenanceResult>;

  /** Saves small files as a snapshot tagged `seal`; with `tookOver`, that installation must not write there any more, whatever it is. */
  saveSeal(
    request: { at: RepositoryAccess; installation: string; tookOver?: string; files: SealFile[] },
    hooks?: HostHooks,
  ): Promise<{ snapshot: string }>;
  /** The newest seal's files; undefined if there is none. `of`: of that installation only. */
  readSeal(
    request: { at: RepositoryAccess; of?: string },
    hooks?: HostHooks,
  ): Promise<{ installation: string; time: string; files: SealFile[] } | undefined>;

  addKey(request: { at: RepositoryAccess; newPassword: string; label: string }): Promise<{ keyId: string }>;
  removeKey(request: { at: RepositoryAccess; keyId: string }): Promise<void>;
  /** Gives `to` the key files that only `from` has, and takes retired ones away where the credential may. */
  alignKeys(request: { from: RepositoryAccess; to: RepositoryAccess; retired: string[] }): Promise<{ added: string[]; removed: string[] }>;
  listKeys(
    request: { at: RepositoryAccess },
    hooks?: HostHooks,
  ): Promise<{ id: string; label: string; created: string; current: boolean }[]>;

  /** What lies in a folder of a snapshot; the session stays open between calls. */
  browse(request: { at: RepositoryAccess; snapshot: string; path: string }, hooks?: HostHooks): Promise<ListedEntry[]>;
  search(request: { at: RepositoryAccess; find: FindRequest }, hooks?: HostHooks): Promise<FoundVersion[]>;
  /** One of the source's named questions asked of a restore point, opened beside the live data. */
  ask(
    request: {
      at: RepositoryAccess;
      snapshot: string;
      source: Source;
      secrets: SourceSecrets;
      part: string;
      question: string;
      scratch: string;
    },
    hooks?: HostHooks,
  ): Promise<string | number | undefined>;

  /** Looks for databases, vendor folders and services on this PC. */
  detect(hooks?: HostHooks): Promise<FoundSource[]>;
  /** Tries a source as a backup would, without storing anything. */
  testSource(request: { source: Source; secrets: SourceSecrets; scratch: string }, hooks?: HostHooks): Promise<SourceTest>;

  /** Tries the servers of a source, by its parts, with databases of their own. `value-invalid` where it has none that can be tried. */
  selfTest(
    request: { source: Source; secrets: SourceSecrets; scratch: string },
    hooks?: HostHooks,
  ): Promise<(SelfTest & { part: string })[]>;

  setBandwidth(limits: BandwidthLimits): Promise<void>;
  /** Ends the child process and its threads. */
  close(): Promise<void>;
}
