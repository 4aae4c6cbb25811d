import type { JobStatus } from '../../../model/run.ts';
import type { ProofFinding, ProofLevel } from '../../../model/restore-point.ts';

/** Kinds of runs as a person looks for them. */
export type RunFilterKind = 'main' | 'all' | 'backups' | 'tests' | 'restores' | 'upkeep';
/** Outcomes as a person looks for them. */
export type RunFilterOutcome = 'all' | 'good' | 'warnings' | 'failed';

type FindingOf<K extends ProofFinding['kind']> = Extract<ProofFinding, { kind: K }>;

/** One language's words of Backups: the list of runs and each run's own page. */
export interface RunsTexts {
  title: string;
  lead: string;
  actions: {
    backUp: string;
    prove: string;
    everything: string;
    oneTier: (tier: string) => string;
    oneSource: (source: string) => string;
    what: string;
    start: string;
    proveLead: string;
    /** Opens what is for this day only. */
    today: string;
  };
  atWork: string;
  filter: { kind: string; outcome: string; day: (day: string) => string; allDays: string };
  kinds: Readonly<Record<RunFilterKind, string>>;
  outcomes: Readonly<Record<RunFilterOutcome, string>>;
  list: { title: string; when: string; what: string; outcome: string; length: string; bytes: string };
  /** Of a run: what it was. */
  what: {
    tier: (tier: string) => string;
    backup: (sources: string) => string;
    proof: string;
    restore: string;
    upkeep: string;
    seal: string;
  };
  and: string;
  /** A few names and how many more. */
  others: (names: string, more: number) => string;
  more: string;
  /** The list is as long as it gets. */
  older: string;
  empty: { title: string; body: string };
  nothingFits: { title: string; body: string };
  run: {
    back: string;
    /** What came of it, as a sentence. */
    outcome: Readonly<Record<JobStatus, string>>;
    started: string;
    ended: string;
    length: string;
    trigger: string;
    person: string;
    jobs: string;
    job: string;
    place: string;
    result: string;
    read: string;
    stored: string;
    warnings: string;
    warningsLead: string;
    moreWarnings: (count: number) => string;
    again: string;
    gone: { title: string; body: string };
  };
  proofs: {
    title: string;
    of: (source: string, place: string) => string;
    passed: string;
    failed: string;
    levels: Readonly<Record<ProofLevel, string>>;
    sample: string;
    compared: (count: number) => string;
    took: (length: string, bytes: string) => string;
    /** `subject`: what was counted, in words. */
    findings: {
      'witness-differs': (values: { expected: string; found: string }, subject: string) => string;
      shrunk: (finding: FindingOf<'shrunk'>, subject: string) => string;
    } & { readonly [K in Exclude<ProofFinding['kind'], 'witness-differs' | 'shrunk'>]: (finding: FindingOf<K>) => string };
  };
  points: { title: string; none: string; kept: string };
  restores: { title: string };
}
