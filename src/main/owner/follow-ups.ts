import { isSameRepository, repositoriesOf, type RepositoryRef } from '../../shared/model/destination.ts';
import type { Run } from '../../shared/model/run.ts';
import { type JobSurroundings, proofsDue, reachableNow, removeLostKeysFrom, type Runs, type StartedRun } from '../jobs/index.ts';

/** What Lifeboat does by itself after a run: keeps its own memory beside the data, and proves what is due. */
export class FollowUps {
  private readonly s: JobSurroundings;
  private readonly runs: Runs;
  private readonly started = new Set<Promise<unknown>>();
  private proving: Promise<void> = Promise.resolve();

  constructor(surroundings: JobSurroundings, runs: Runs) {
    this.s = surroundings;
    this.runs = runs;
  }

  /** Looks what should follow; to be called when a run of backups has ended. */
  async after(run: Run): Promise<void> {
    if (run.status === 'interrupted' || run.status === 'skipped') return;
    const here = await this.reachable();
    await this.removeLostKeys(here);
    await this.proveDue(here);
    await this.seal(here);
  }

  /** A place that was away when a PC was declared lost loses that PC's key when it is back. */
  async removeLostKeys(here: readonly RepositoryRef[]): Promise<void> {
    const started = await removeLostKeysFrom(this.s, this.runs, here);
    if (started) await this.watch(started);
  }

  /** Keeps settings and history in every repository that can be reached. */
  async seal(here?: readonly RepositoryRef[]): Promise<void> {
    const refs = here ?? (await this.reachable());
    if (refs.length > 0) await this.watch(this.runs.seal({ trigger: 'follow-up' }, refs));
  }

  /**
   * The same at once, without waiting for it: the PC that this one took over from finds there that it must not write any
   * more. What fails is in the history, and goes with the next backup.
   */
  sealSoon(): void {
    const sealing = this.seal().catch(() => undefined);
    this.started.add(sealing);
    void sealing.then(() => this.started.delete(sealing));
  }

  /** Trial restores that are due and possible now. */
  async proveDue(here?: readonly RepositoryRef[]): Promise<void> {
    // Two looks at once would find the same due.
    const turn = this.proving.then(async () => await this.proveWhatIsDue(here ?? (await this.reachable())));
    this.proving = turn.catch(() => undefined);
    await turn;
  }

  /** Resolves when everything that was started here has ended. */
  async settled(): Promise<void> {
    while (this.started.size > 0) await Promise.allSettled(this.started);
  }

  private async proveWhatIsDue(refs: readonly RepositoryRef[]): Promise<void> {
    const due = proofsDue(this.s.store, this.s.clock.now()).filter(({ ref }) => refs.some((one) => isSameRepository(one, ref)));
    if (due.length > 0) await this.watch(this.runs.prove({ trigger: 'follow-up' }, due));
  }

  private async reachable(): Promise<RepositoryRef[]> {
    return await reachableNow(this.s);
  }

  private async watch({ ended }: StartedRun): Promise<void> {
    this.started.add(ended);
    await ended;
    this.started.delete(ended);
  }
}

/** Every repository there is, reachable or not. */
export function allRepositories({ store }: Pick<JobSurroundings, 'store'>): RepositoryRef[] {
  return store.destinations.list().flatMap(repositoriesOf);
}
