import type { Job, JobWarning, Run } from '../../../../shared/model/run.ts';

/** A run with everything that is known of it. */
export interface FoundRun {
  run: Run;
  jobs: readonly Job[];
  warnings: readonly JobWarning[];
}
