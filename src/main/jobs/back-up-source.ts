import { type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { Run } from '../../shared/model/run.ts';
import { type JobDesk, laneOf } from './job-desk.ts';
import type { JobWork } from './perform-job.ts';
import { JobRows, type SourcePlan } from './plan-run.ts';
import { runBackup } from './run-backup.ts';
import { allEnded } from './run-book.ts';
import { runCopy } from './run-copy.ts';
import type { JobSurroundings } from './surroundings.ts';

/** Failures that say something about the place, not about the source: another place may take the backup. */
const PLACE_FAILED: ReadonlySet<string> = new Set([
  'place-unreachable',
  'no-space',
  'read-only',
  'permission-denied',
  'io-failed',
  'credential-refused',
  'credential-missing',
  'wrong-password',
  'repository-not-found',
  'repository-locked',
  'lock-lost',
  'save-lost',
]);

/** Backs sources up: one backup at a time, copies beside it, one at a time into each place. */
export class SourceBackups {
  private readonly s: JobSurroundings;
  private readonly desk: JobDesk;
  /** Copies that wait in their lane, by source and repository, and what stops them: another of the same would do the same. */
  private readonly waitingCopies = new Map<string, AbortSignal>();

  constructor(surroundings: JobSurroundings, desk: JobDesk) {
    this.s = surroundings;
    this.desk = desk;
  }

  async backUp(run: Run, plan: SourcePlan, signal: AbortSignal): Promise<void> {
    if (plan.backup.status === 'scheduled') {
      const lanes = [laneOf(plan.source.id), 'capture'];
      await this.desk.inLanes(lanes, signal, async () => await this.backUpSomewhere(run, plan, signal));
    }
    await allEnded(plan.copies.map(async ({ job, ref }) => await this.copy(job.id, plan.source.id, ref, signal)));
  }

  /** Into the first place; into the next one if it is the place that fails. */
  private async backUpSomewhere(run: Run, { source, backup, places }: SourcePlan, signal: AbortSignal): Promise<void> {
    const rows = new JobRows(run, this.s.newId);
    let job = backup;
    for (const ref of places) {
      if (job.destination !== ref.destination || job.disk !== ref.disk) {
        job = rows.row('backup', { source: source.id, ref });
        this.s.store.history.addJobs([job]);
      }
      const { id } = job;
      const done = await this.desk.performNow({
        job: id,
        uses: [{ ref, use: 'shared' }],
        signal,
        work: async (hooks) => await runBackup(this.s, { job: id, run: run.id, source, ref }, hooks),
      });
      if (done.status !== 'failed' || !PLACE_FAILED.has(done.error?.code ?? '')) return;
    }
  }

  private async copy(job: string, source: string, ref: RepositoryRef, signal: AbortSignal): Promise<void> {
    const key = `${source} ${repositoryKey(ref)}`;
    if (this.waitingCopies.get(key)?.aborted === false) {
      const work: JobWork['work'] = () => Promise.resolve({ status: 'skipped', reason: 'superseded' });
      await this.desk.performNow({ job, uses: [], signal, work });
      return;
    }
    this.waitingCopies.set(key, signal);
    const work: JobWork['work'] = async (hooks) => await runCopy(this.s, { source, ref }, hooks);
    await this.desk.perform([`copy ${repositoryKey(ref)}`], { job, uses: [{ ref, use: 'shared' }], signal, work }, () => {
      if (this.waitingCopies.get(key) === signal) this.waitingCopies.delete(key);
    });
  }
}
