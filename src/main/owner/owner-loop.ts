import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { BandwidthLimits } from '../engine/index.ts';
import {
  type JobSurroundings,
  reachableNow,
  removeUnfinished,
  renewPlaces,
  renewPlacesHere,
  type Runs,
  type StartedRun,
} from '../jobs/index.ts';
import { allowedBandwidth, type Due } from '../scheduler/index.ts';
import { countUnprotected, declareLeaked, listRetired, retireRepositories, type SetupNeeds } from '../setup/index.ts';
import type { Changes } from './changes.ts';
import { diskCame, noteCustody, relist } from './disk-came.ts';
import type { FollowUps } from './follow-ups.ts';
import { openAnew } from './open-anew.ts';

export interface LoopNeeds {
  jobs: JobSurroundings;
  setup: SetupNeeds;
  runs: Runs;
  followUps: FollowUps;
  changes: Changes;
  /** Gives a repository that was away during a take-over this PC's key. */
  adopt: (ref: RepositoryRef) => Promise<void>;
  /** Asks whether the pharmacy is protected and tells who has to know. */
  review: () => Promise<void>;
}

/** What the owner process does by itself: carries out what is due, follows up, watches disks. */
export class OwnerLoop {
  private readonly needs: LoopNeeds;
  private limits: BandwidthLimits = {};
  private readonly work = new Set<Promise<unknown>>();

  constructor(needs: LoopNeeds) {
    this.needs = needs;
  }

  /** Begins what is due; resolves when it is on record. */
  async due(due: Due): Promise<void> {
    const { runs } = this.needs;
    if (due.kind === 'skip') runs.skip({ tier: due.tier, trigger: due.trigger, dueAt: due.dueAt }, due.reason);
    else if (due.kind === 'chore') await this.chore(due);
    else
      await this.backUp({
        trigger: due.trigger,
        dueAt: due.dueAt,
        ...(due.tier && { tier: due.tier }),
        ...(due.hold && { hold: due.hold }),
      });
  }

  /** Backs up, and afterwards does what follows from it. */
  async backUp(wish: Parameters<Runs['backUp']>[0]): Promise<StartedRun> {
    await this.matchBandwidth();
    await this.renewed();
    const started = await this.needs.runs.backUp(wish);
    this.follow(
      started.ended.then(async (run) => {
        await openAnew(this.needs.jobs, run);
        await this.needs.followUps.after(run);
        await this.needs.review();
      }),
    );
    return started;
  }

  /**
   * A key leaked: every place begins a new repository, now or when it is back, and everything is backed up once more. The run that
   * begins them, as soon as it is on record; undefined without any place.
   */
  async beginAnew(person: string | undefined): Promise<StartedRun | undefined> {
    const { jobs, setup, runs, changes, review } = this.needs;
    await declareLeaked(setup, person);
    await runs.stopAllButRestores();
    retireRepositories(setup);
    for (const what of ['settings', 'places', 'status'] as const) changes.announce(what);
    const started = await renewPlaces(jobs, runs, { trigger: 'manual', person });
    this.follow(review());
    if (started !== undefined) this.follow(this.backUpAfter(started));
    return started;
  }

  /** Goes on with what a process before this one began. */
  async goOn(): Promise<void> {
    const { jobs, runs, setup } = this.needs;
    await listRetired(setup);
    const started = await renewPlacesHere(jobs, runs);
    if (started !== undefined) await this.backUpAfter(started);
  }

  /** A disk came or went. `attached` tells the scheduler when the disk is ready for copies. */
  diskChanged({ ref, event }: { ref: RepositoryRef; event: 'attached' | 'detached' }, attached: () => void): void {
    const { jobs, setup, changes, adopt, review } = this.needs;
    const isNews = noteCustody(jobs, ref, event);
    if (isNews) changes.announce('places');
    if (event === 'detached') {
      if (isNews) this.follow(review());
      return;
    }
    this.follow(
      this.renewed()
        .then(async () => await adopt(ref))
        .then(async () => await diskCame(jobs, ref))
        .then(async () => await listRetired(setup))
        .then(async () => await this.needs.followUps.removeLostKeys([ref]))
        .catch(() => undefined)
        .then(() => (isNews ? attached() : undefined)),
    );
  }

  /** The line's share changes with the opening hours. */
  async matchBandwidth(): Promise<void> {
    const { store, clock, host } = this.needs.jobs;
    const [settings, pharmacy] = [store.settings.get(), store.pharmacy.get()];
    if (settings === undefined || pharmacy === undefined) return;
    const upload = allowedBandwidth(settings, pharmacy, clock.now());
    if (upload === this.limits.upload) return;
    this.limits = upload === undefined ? {} : { upload };
    await host.setBandwidth(this.limits);
  }

  /** Resolves when everything begun here has ended. */
  async settled(): Promise<void> {
    while (this.work.size > 0) await Promise.allSettled(this.work);
    await this.needs.followUps.settled();
  }

  private async chore({ chore, trigger, dueAt }: Extract<Due, { kind: 'chore' }>): Promise<void> {
    const { jobs, runs, review } = this.needs;
    const here = await reachableNow(jobs);
    if (chore === 'proof') this.follow(this.evening(here));
    if (chore === 'check' && here.length > 0) this.followRun(runs.check({ trigger, dueAt }, here));
    if (chore === 'maintenance' && here.length > 0) this.follow(this.maintain({ trigger, dueAt }, here));
    if (chore === 'detection') this.follow(this.detect().then(review));
    if (chore === 'kit-reminder') this.follow(review());
  }

  /** Also looks whether what is known of each repository is still so. */
  private async maintain(wish: Parameters<Runs['maintain']>[0], here: readonly RepositoryRef[]): Promise<void> {
    const { jobs, runs, review } = this.needs;
    await runs.maintain(wish, here).ended;
    for (const ref of here) await relist(jobs, ref).catch(() => undefined);
    await review();
  }

  /** Trial restores that are due, and a look at each place: its room is forecast from such looks. */
  private async evening(here: readonly RepositoryRef[]): Promise<void> {
    const { jobs, runs, followUps, review } = this.needs;
    await removeUnfinished(jobs);
    await this.goOn();
    if (here.length > 0) await runs.probe({ trigger: 'scheduled' }, here).ended;
    await followUps.removeLostKeys(here);
    await followUps.proveDue(here);
    await review();
  }

  /** New repositories are there; what they lack of copies follows. */
  private async backUpAfter({ ended }: StartedRun): Promise<void> {
    const { status } = await ended;
    this.needs.changes.announce('settings');
    if (status.startsWith('completed')) await this.backUp({ trigger: 'follow-up' });
  }

  private async renewed(): Promise<void> {
    const started = await renewPlacesHere(this.needs.jobs, this.needs.runs);
    if (started === undefined) return;
    await started.ended;
    this.needs.changes.announce('settings');
  }

  private async detect(): Promise<void> {
    await countUnprotected(this.needs.jobs);
  }

  private followRun({ ended }: StartedRun): void {
    this.follow(ended.then(async () => await this.needs.review()));
  }

  /** Lets work go on beside everything else. What fails in it is in the history already, or is looked at again at the next review. */
  follow(work: Promise<unknown>): void {
    const watched = work.catch(() => undefined).finally(() => this.work.delete(watched));
    this.work.add(watched);
  }
}
