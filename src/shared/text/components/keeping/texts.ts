import type { KeptReason } from '../../../model/timeline.ts';

/** One language's words for restore points that somebody keeps. */
export interface KeepingTexts {
  /** Nobody keeps it. */
  notKept: string;
  /** Why it is kept and since when; `by` is a name. */
  kept: Readonly<Record<KeptReason, (moment: string, by: string | undefined) => string>>;
  /** What somebody wrote when they kept it. */
  note: (note: string) => string;
  /** Of a moment with several sources. */
  of: (source: string, words: string) => string;
  keep: string;
  keepNamed: (what: string) => string;
  title: (what: string, moment: string) => string;
  lead: string;
  why: string;
  whyHint: string;
  doIt: string;
  stop: string;
  stopNamed: (what: string) => string;
  confirmStop: (what: string, moment: string) => { title: string; body: string };
}
