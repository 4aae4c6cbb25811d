import type { Phase } from '../../model/progress.ts';
import type { JobKind, JobStatus, SkipReason, Trigger } from '../../model/run.ts';

/** What a job is about, as a person calls it. */
export interface JobNames {
  /** The source's name; undefined: it is about none. */
  source: string | undefined;
  /** The place's name with the label of its disk; undefined: it is about none. */
  place: string | undefined;
}

/** How far work has come. */
export interface ProgressWords {
  /** What is worked on now, in front of a path. */
  now: string;
  of: (done: string, all: string) => string;
  files: (count: number) => string;
  filesOf: (done: number, all: number) => string;
  left: (length: string) => string;
  lastMinute: string;
  /** Which step of a run this is, from 1. */
  step: (number: number, all: number) => string;
  /** Nothing is at work yet. */
  starting: string;
  stop: string;
  stopping: string;
  /** The whole in one line, for Home and for those who hear the page. */
  line: (what: string, details: readonly string[]) => string;
}

/** One language's words about runs and their jobs; the compiler asks for every code. */
export interface RunWords {
  /** A job that is at work, as a sentence without its full stop. */
  atWork: { readonly [K in JobKind]: (names: JobNames) => string };
  /** The same in a table. */
  kinds: { readonly [K in JobKind]: (names: JobNames) => string };
  phases: Readonly<Record<Phase, string>>;
  statuses: Readonly<Record<JobStatus, string>>;
  triggers: Readonly<Record<Trigger, string>>;
  /** Why something was left out and what follows from it, as sentences. */
  skipped: { readonly [R in SkipReason]: (place: string) => string };
  progress: ProgressWords;
  /** What an interrupted job means. */
  interrupted: string;
  yourData: string;
  yourPlace: string;
}
