import type { JobStatus } from '../../../model/run.ts';
import type { ProofFinding, ProofLevel } from '../../../model/restore-point.ts';

/** Kinds of runs as a person looks for them. */
export type RunFilterKind = 'all' | 'backups' | 'tests' | 'restores' | 'upkeep';
/** Outcomes as a person looks for them. */
export type RunFilterOutcome = 'all' | 'good' | 'warnings' | 'failed';

/** One language's words of Backups: the list of runs and each run's own page. */
export interface RunsTexts {
  title: string;
  lead: string;
  actions: {
    backUp: string;
    prove: string;
    /** Title of the dialog that asks what to back up. */
    choose: string;
    everything: string;
    oneTier: (tier: string) => string;
    oneSource: (source: string) => string;
    what: string;
    start: string;
    proveLead: string;
  };
  atWork: string;
  filter: { kind: string; outcome: string; day: (day: string) => string; allDays: string };
  kinds: Readonly<Record<RunFilterKind, string>>;
  outcomes: Readonly<Record<RunFilterOutcome, string>>;
  list: { title: string; when: string; what: string; outcome: string; length: string; bytes: string; open: string };
  /** Of a run: what it was. */
  what: {
    tier: (tier: string) => string;
    backup: (sources: string) => string;
    proof: string;
    restore: string;
    upkeep: string;
    seal: string;
  };
  stored: (bytes: string) => string;
  and: string;
  more: string;
  empty: { title: string; body: string };
  nothingFits: { title: string; body: string; showAll: string };
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
    filesAndBytes: (files: string, bytes: string) => string;
    warnings: string;
    warningsLead: string;
    moreWarnings: (count: number) => string;
    again: string;
    failures: string;
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
    findings: { readonly [K in ProofFinding['kind']]: (finding: Extract<ProofFinding, { kind: K }>, subject: string) => string };
  };
  restores: {
    title: string;
    back: (source: string, moment: string) => string;
    place: (place: string) => string;
    kept: (place: string) => string;
    compared: (count: number, different: number) => string;
    files: (restored: string, verified: string) => string;
    undone: (moment: string) => string;
  };
  /** What was counted, from the short names that witnesses use. */
  subjects: {
    rows: (table: string) => string;
    newest: (column: string) => string;
    files: string;
    bytes: string;
  };
}
