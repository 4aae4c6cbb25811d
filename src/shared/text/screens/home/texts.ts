import type { JobStatus } from '../../../model/run.ts';

/** What a button beside a reason does or leads to. */
export type StepLabel =
  | 'back-up'
  | 'prove'
  | 'resume'
  | 'open-run'
  | 'open-runs'
  | 'choose-what'
  | 'open-source'
  | 'add-place'
  | 'open-place'
  | 'unlock-place'
  | 'confirm-people'
  | 'test-kit'
  | 'print-kit'
  | 'accept-shrunk'
  | 'accept-looked'
  | 'open-attack';

/** One language's words of Home. */
export interface HomeTexts {
  title: string;
  lead: {
    /** Of everything critical; `ago` is a length of time. */
    lastProven: (moment: string, ago: string) => string;
    notAllProven: string;
    nextBackup: (moment: string) => string;
  };
  actions: { backUp: string; restore: string; lost: string; attacked: string };
  atWork: string;
  details: string;
  reasons: string;
  hints: string;
  nothingToDo: string;
  steps: Readonly<Record<StepLabel, string>>;
  started: string;
  /** Ends a list of names: `and`. */
  and: string;
  alerts: {
    title: string;
    /** Said once and still true. */
    since: (moment: string) => string;
    /** The cause was not found any more at the last look. */
    over: (what: string) => string;
    see: string;
    seen: (moment: string) => string;
  };
  disasters: { title: string; what: string; lose: string; back: string; basis: string; note: string };
  copies: {
    title: string;
    source: string;
    proven: (moment: string) => string;
    notProven: string;
    newest: (moment: string) => string;
    ago: (length: string) => string;
    lockedUntil: (day: string) => string;
    empty: string;
    onSite: string;
    offSite: string;
  };
  strip: {
    title: string;
    lead: string;
    day: string;
    other: string;
    /** What a bar says: a day and how its runs ended. */
    bar: (day: string, what: string) => string;
    none: string;
    closed: string;
    counts: { readonly [S in JobStatus]: (count: number) => string };
    legend: string;
    /** A full bar, a triangle, a cross, a low line. */
    looks: { good: string; warning: string; bad: string; quiet: string };
    table: string;
    empty: string;
  };
  next: { title: string; tier: string; at: string; none: string };
  space: { title: string; place: string; free: string; when: string; unknown: string };
  rule: { title: string };
  owner: { title: string; background: (account: string) => string; signedIn: (account: string) => string };
  pause: { title: (moment: string) => string; body: string; resume: string };
}
