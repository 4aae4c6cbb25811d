import type { Clock } from '../../shared/model/clock.ts';
import type { ProofLevel } from '../../shared/model/restore-point.ts';
import type { SelfTest } from '../../shared/model/self-test.ts';
import type { SingleSource } from '../../shared/model/source.ts';
import type { SourceWarningCode } from '../../shared/model/source-warning.ts';
import type { Witness } from '../../shared/model/witness.ts';

export type { SourceWarningCode } from '../../shared/model/source-warning.ts';

/** What every verb gets of its surroundings. */
export interface SourceContext {
  clock: Clock;
  /** A private folder of this piece of work, below the scratch root; whoever made the context wipes it. */
  scratch: string;
  /** The part's credentials by name, such as `password`. */
  secrets: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** At captures, where the system can freeze a drive. */
  frozen?: FrozenDrives;
  /** At restores: what is made anew is on record until it is whole. */
  making?: Making;
}

/** Has on record which databases a restore makes, durably: whoever ends it, what it left can be removed. */
export interface Making {
  /** To be awaited before the server is asked for a database that is not there. `accounts`: those made for it. */
  begin(name: string, accounts?: readonly string[]): Promise<void>;
  /** It is there, and of this restore's making. */
  made(name: string): Promise<void>;
  /** It is whole and at its place. */
  end(name: string): Promise<void>;
  /** Nothing of this name was made: somebody else has it. */
  forget(name: string): Promise<void>;
}

/** A database that a restore made, or was about to make, and did not finish. */
export interface UnfinishedDatabase {
  name: string;
  /** False: it ended before the server had answered, so that a database of this name may be somebody else's. */
  isMade: boolean;
  /** Accounts that were made for it. */
  accounts: string[];
}

/** The drives of this PC in a state that nobody changes any more, for files that other programs keep to themselves. */
export interface FrozenDrives {
  /**
   * Where the same file lies in the frozen state of its drive, as a power cut would leave it. Made when it is first asked for.
   * `permission-denied`, `no-space`, `source-busy`, `source-not-found` (no drive that can be frozen), `tool-missing`, `tool-failed`, `io-failed`.
   */
  pathOf(path: string): Promise<string>;
}

/** A file for the snapshot. Names are relative, with `/` between folders. */
export type CapturedFile =
  /** Files and folders that stay where they are, with their own absolute paths. */
  | { kind: 'paths'; paths: string[]; exclude?: string[] }
  /** A file prepared in scratch. */
  | { kind: 'staged'; name: string; path: string; layout?: 'pages' | 'dump' }
  /** Bytes that arrive by themselves; `open` is called once, and the next file is begun when it has ended. */
  | {
      kind: 'stream';
      name: string;
      open: (signal?: AbortSignal) => AsyncIterable<Uint8Array>;
      layout?: 'pages' | 'dump';
      expectedBytes?: number;
      /** Its pieces are nobody else's: their memory is given back as soon as they have been taken. */
      givesAway?: boolean;
    };

/** A source at one moment, ready to be archived. */
export interface Capture {
  files: CapturedFile[];
  /** To be called when all `files` have been read to their end: numbers of the same state. */
  witness(): Promise<Witness>;
  /** False: the data could change while it is read, "crash-consistent only". */
  isConsistent: boolean;
  /** Codes of things a person should know; their sentences are in `shared/text/source-warnings`. Complete when `witness` has answered. */
  warnings: { code: SourceWarningCode; detail?: string }[];
  /** Ends transactions, removes staged files. Called whatever happened; may be repeated. */
  release(): Promise<void>;
}

/** A part of a snapshot, brought back as files. */
export interface RestoredPart {
  /** The folder that holds what `capture` named (`database.dump`, ...), or for path parts the folder that stands for `/`. */
  folder: string;
  /** The original paths as they lie below `folder`, for `paths` parts. */
  paths: string[];
}

/** A copy that was opened and asked, never the live data. */
export interface OpenedCopy {
  level: ProofLevel;
  /** The same facts as at the capture. */
  witness: Witness;
  /** What the database's own check found; empty: nothing. */
  damage: string[];
  /** One value; undefined if the answer is empty. */
  ask(sql: string): Promise<string | number | undefined>;
  /** Closes it and stops the scratch server. */
  close(): Promise<void>;
}

/** What is there now, where a restore would put something. */
export interface LiveState {
  isHealthy: boolean;
  /** Another program has it open. */
  isInUse: boolean;
  witness: Witness | undefined;
}

export type PutBackWay =
  | { way: 'beside' }
  | { way: 'folder'; path: string }
  | { way: 'new-database'; name: string }
  | {
      way: 'in-place';
      keepIn: string;
      /** To be awaited when what is there is kept, or about to be, and nothing is replaced yet: from then on it is on record for an undo. */
      beforeReplacing: (replaced: Replaced) => Promise<void>;
    };

/** What a restore in place put aside. */
export interface Replaced {
  /** Where it was: a path or a database's name. */
  place: string;
  /** Where it is kept. */
  kept: string;
}

export interface PutBackResult {
  /** Where it is now: a path or a database's name. */
  place: string;
  /** Where what it replaced is kept; undefined if nothing was there. */
  kept: string | undefined;
  /** Read from where it is now. */
  witness: Witness;
  warnings: { code: SourceWarningCode; detail?: string }[];
}

/** What this PC shows to a search for sources. */
export interface DetectionGround {
  /** Folders to look into: drives, program data, the pharmacy's own. */
  folders: string[];
  /** The clock, and the limit in milliseconds after which looking ends with what was found. */
  clock: Clock;
  limit: number;
  signal: AbortSignal;
}

/** A thing found; `source` is a suggestion. */
export interface Detected {
  source: SingleSource;
  bytes: number | undefined;
  newest: string | undefined;
  isInUse: boolean;
}

/** The five verbs of a kind of source (and two small ones that restore needs). Kinds keep no state. */
export interface SourceKind<S extends SingleSource = SingleSource> {
  readonly kind: S['kind'];
  detect(ground: DetectionGround): Promise<Detected[]>;
  /** Fixes one state of the source and says how it is read. `source-...` errors if it cannot. */
  capture(source: S, context: SourceContext): Promise<Capture>;
  /** Numbers and dates of the live source as it is now, and whether it is healthy. Undefined: there is nothing. */
  look(source: S, context: SourceContext): Promise<LiveState | undefined>;
  /** Opens what came back, in scratch, with a private server where one is needed. Never the live one. */
  openForProof(source: S, restored: RestoredPart, context: SourceContext): Promise<OpenedCopy>;
  /** Puts it back to work. For path parts the restorer has already written files when the way is a folder; see each kind. */
  putBack(source: S, restored: RestoredPart, to: PutBackWay, context: SourceContext): Promise<PutBackResult>;
  /**
   * Brings back what `putBack` in place had kept, also where that broke off; `keepIn` as it was then. `database-missing` if what
   * should be kept is not there.
   */
  undo(source: S, replaced: Replaced & { keepIn: string }, context: SourceContext): Promise<void>;
  /** Where our machines cannot have such a server: tries on the pharmacy's own, with a tiny database of its own, all that is needed. */
  selfTest?(source: S, context: SourceContext): Promise<SelfTest>;
  /**
   * Servers only: removes what a restore that broke off left, whoever still works in it. False: it is there, and nobody knows
   * whose it is. `database-...` errors.
   */
  removeUnfinished?(source: S, unfinished: UnfinishedDatabase, context: SourceContext): Promise<boolean>;
}
