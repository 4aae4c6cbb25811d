import type { JobKind, JobStatus } from '../../../../shared/model/run.ts';
import type { RunFilterKind, RunFilterOutcome } from '../../../../shared/text/screens/runs/index.ts';

/** What of the history is shown. */
export interface RunFilter {
  kind: RunFilterKind;
  outcome: RunFilterOutcome;
}

const BACKUPS: readonly JobKind[] = ['backup', 'copy'];
const TESTS: readonly JobKind[] = ['proof', 'self-check'];
const RESTORES: readonly JobKind[] = ['restore', 'undo'];

/** `main`: what people look for; Lifeboat's own upkeep would hide it. */
const KINDS: Readonly<Record<Exclude<RunFilterKind, 'all'>, readonly JobKind[]>> = {
  main: [...BACKUPS, ...TESTS, ...RESTORES],
  backups: BACKUPS,
  tests: TESTS,
  restores: RESTORES,
  upkeep: ['check', 'maintenance', 'seal', 'probe', 'key-removal', 'renewal'],
};

const STATUSES: Readonly<Record<Exclude<RunFilterOutcome, 'all'>, readonly JobStatus[]>> = {
  good: ['completed'],
  warnings: ['completed-with-warnings', 'interrupted'],
  failed: ['failed'],
};

/** The same as the owner process is asked. */
export function asked({ kind, outcome }: RunFilter): { kinds?: JobKind[]; statuses?: JobStatus[] } {
  return {
    ...(kind !== 'all' && { kinds: [...KINDS[kind]] }),
    ...(outcome !== 'all' && { statuses: [...STATUSES[outcome]] }),
  };
}
