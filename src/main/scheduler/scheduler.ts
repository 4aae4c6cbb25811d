import type { Clock } from '../../shared/model/clock.ts';
import { type Destination, repositoriesOf } from '../../shared/model/destination.ts';
import { isPausedAt, type Settings } from '../../shared/model/installation.ts';
import type { Pharmacy } from '../../shared/model/pharmacy.ts';
import { isSetupUnderWay } from '../../shared/model/setup-progress.ts';
import type { Tier } from '../../shared/model/tier.ts';
import { defaultSettings, policiesOf } from '../../shared/model/tier-defaults.ts';
import type { Store } from '../store/index.ts';
import { type Chore, CHORES, choreSchedules, mayRun } from './chores.ts';
import { type ClockChange, ClockWatch, type ForeignClock } from './clock-watch.ts';
import type { Due, LookReason } from './due.ts';
import { type DueSlot, dueRuns } from './due-runs.ts';
import { isQuiet } from './line-use.ts';
import { isOpen } from './opening-hours.ts';
import { PlanBook } from './plan-book.ts';
import type { Ticks } from './ticks.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A disk that comes and goes, or a line that does, starts no more than one run in this time. */
const FOLLOW_UP_PAUSE = 10 * MINUTE;
/** A recovery kit is tested once a quarter; the reminder comes a week before that is over. */
const REMIND_AFTER = 84 * DAY;

export interface SchedulerNeeds {
  store: Store;
  clock: Clock;
  ticks: Ticks;
  /** Resolves when what is due is on record; a slot of which that failed is due again at the next look. */
  onDue: (due: Due) => Promise<void> | void;
  /** The clock jumped, or the PC slept. */
  onClockChange?: (change: ClockChange) => void;
}

export interface Scheduler {
  /** Begins to look at every tick; looks at once. */
  start(): Promise<void>;
  /** Looks what is due; nothing is before set-up is finished. Never rejects: what could not be started is due again at the next look. */
  look(reason: LookReason): Promise<void>;
  /** When each tier that has sources is due next. */
  nextRuns(): { tier: Tier; at: Date }[];
  close(): void;
}

type SlotName = Tier | Chore;

/** What a look goes by. */
interface Situation {
  now: Date;
  pharmacy: Pharmacy;
  settings: Settings;
  isPaused: boolean;
  /** Whether off-site work has to wait for the end of quiet hours. */
  isHeld: boolean;
}

/** Knows when something has to happen; how it happens is the listener's matter. */
export function createScheduler(needs: SchedulerNeeds): Scheduler {
  return new StoreScheduler(needs);
}

class StoreScheduler implements Scheduler {
  private readonly needs: SchedulerNeeds;
  private readonly book: PlanBook;
  private readonly watch: ClockWatch;
  private looking: Promise<void> = Promise.resolve();
  private stopTicks: (() => void) | undefined;

  constructor(needs: SchedulerNeeds) {
    this.needs = needs;
    this.book = new PlanBook(needs.store.notes);
    this.watch = new ClockWatch(needs.clock, needs.store.notes);
  }

  async start(): Promise<void> {
    this.stopTicks ??= this.needs.ticks.start(() => void this.look('tick'));
    await this.look('start');
  }

  async look(reason: LookReason): Promise<void> {
    // One look after the other: two at once would start the same slot twice.
    this.looking = this.looking.then(async () => await this.lookNow(reason)).catch(() => undefined);
    await this.looking;
  }

  nextRuns(): { tier: Tier; at: Date }[] {
    const tiers = new Set(this.needs.store.sources.list().map(({ tier }) => tier));
    return [...tiers].flatMap((tier) => {
      const at = this.book.nextDueAt(tier);
      return at ? [{ tier, at }] : [];
    });
  }

  close(): void {
    this.stopTicks?.();
    this.stopTicks = undefined;
  }

  private async lookNow(reason: LookReason): Promise<void> {
    this.watchClock(reason);
    const situation = this.situation();
    if (!situation) return;
    await this.runSlots(situation);
    if (situation.isPaused) return;
    if (!situation.isHeld) await this.catchUpHeld();
    if (reason === 'device-attached') await this.followUp(situation.now, 'device-attached');
    if (reason === 'network-up' && this.lacksOffSite()) await this.followUp(situation.now, 'catch-up');
  }

  private watchClock(reason: LookReason): void {
    const change = this.watch.look(reason === 'resume', this.foreignClock());
    if (change.kind !== 'steady') this.needs.onClockChange?.(change);
  }

  private situation(): Situation | undefined {
    const { store, clock } = this.needs;
    const pharmacy = store.pharmacy.get();
    if (!pharmacy || isSetupUnderWay(store.setup.get())) return undefined;
    const now = clock.now();
    const settings = store.settings.get() ?? defaultSettings(pharmacy.openingHours);
    const isPaused = isPausedAt(settings.pause, now);
    const hasOffSite = store.destinations.list().some(({ site }) => site === 'off-site');
    return { now, pharmacy, settings, isPaused, isHeld: hasOffSite && isQuiet(settings, pharmacy.timeZone, now) };
  }

  private async runSlots(situation: Situation): Promise<void> {
    const { now, pharmacy, settings } = situation;
    const used = new Set(this.needs.store.sources.list().map(({ tier }) => tier));
    const tiers = policiesOf(settings, pharmacy.openingHours).filter(({ tier }) => used.has(tier));
    const chores = choreSchedules(pharmacy.openingHours);
    const planned = [
      ...tiers.map(({ tier, schedule }) => this.book.planned<SlotName>(tier, schedule)),
      ...CHORES.map((chore) => this.book.planned<SlotName>(chore, chores[chore])),
    ];
    const { due, next } = dueRuns(now, pharmacy, planned);
    for (const [name, at] of next) if (!due.some((slot) => slot.name === name)) this.book.plan(name, at);
    for (const slot of due) {
      const isDealtWith = await this.deal(slot, situation).catch(() => false);
      if (!isDealtWith) continue;
      this.book.done(slot.name, slot.dueAt);
      this.book.plan(slot.name, next.get(slot.name) ?? slot.dueAt);
    }
  }

  /** False: the slot stays due. */
  private async deal(slot: DueSlot<SlotName>, situation: Situation): Promise<boolean> {
    const { name, ...when } = slot;
    if (isChore(name)) return await this.dealWithChore(name, slot, situation);
    if (situation.isPaused) return await this.skipPaused({ ...when, name });
    const held: Pick<Extract<Due, { kind: 'backup' }>, 'hold'> = situation.isHeld ? { hold: 'quiet-hours' } : {};
    await this.needs.onDue({ kind: 'backup', tier: name, ...when, ...held });
    this.book.setMoment(`held:${name}`, situation.isHeld ? slot.dueAt : undefined);
    return true;
  }

  private async dealWithChore(chore: Chore, slot: DueSlot<SlotName>, { now, pharmacy, isPaused }: Situation): Promise<boolean> {
    if (isPaused || !mayRun(chore, slot.dueAt, now, isOpen(pharmacy.openingHours, pharmacy.timeZone, now))) return false;
    if (chore !== 'kit-reminder' || this.wantsKitTest(now)) {
      await this.needs.onDue({ kind: 'chore', chore, trigger: slot.trigger, dueAt: slot.dueAt });
    }
    return true;
  }

  /** The slot goes on record once and stays due, so that the end of the pause makes up for it. */
  private async skipPaused({ name, trigger, dueAt }: DueSlot<Tier>): Promise<boolean> {
    const flag = `paused-slot:${name}`;
    if (this.book.moment(flag)?.getTime() !== dueAt.getTime()) {
      await this.needs.onDue({ kind: 'skip', tier: name, trigger, dueAt, reason: 'paused' });
      this.book.setMoment(flag, dueAt);
    }
    return false;
  }

  /** Quiet hours are over: what they held back goes off-site now, not only with the next slot. */
  private async catchUpHeld(): Promise<void> {
    for (const tier of new Set(this.needs.store.sources.list().map((source) => source.tier))) {
      const dueAt = this.book.moment(`held:${tier}`);
      if (!dueAt) continue;
      await this.needs.onDue({ kind: 'backup', tier, trigger: 'catch-up', dueAt });
      this.book.setMoment(`held:${tier}`, undefined);
    }
  }

  private async followUp(now: Date, trigger: 'device-attached' | 'catch-up'): Promise<void> {
    const last = this.book.moment('follow-up-at');
    if (last && last <= now && now.getTime() - last.getTime() < FOLLOW_UP_PAUSE) return;
    await this.needs.onDue({ kind: 'backup', trigger, dueAt: now });
    this.book.setMoment('follow-up-at', now);
  }

  /** Whether the last try to send something to a place off-site got nowhere. */
  private lacksOffSite(): boolean {
    const { store } = this.needs;
    return store.destinations
      .list()
      .filter(({ site }) => site === 'off-site')
      .flatMap((destination) => repositoriesOf(destination))
      .some((at) => {
        const last = store.history.lastJob({ kinds: ['backup', 'copy'], at });
        return last?.reason === 'destination-unreachable' || (last?.status === 'failed' && last.error?.retryable === true);
      });
  }

  private wantsKitTest(now: Date): boolean {
    const passed = this.needs.store.notes.kitTests().filter((test) => test.passed);
    const newest = Math.max(...passed.map(({ at }) => Date.parse(at)));
    return now.getTime() - newest >= REMIND_AFTER;
  }

  private foreignClock(): ForeignClock | undefined {
    const { store } = this.needs;
    const readings = store.destinations.list().flatMap((destination) => readingsOf(destination, store));
    return readings.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  }
}

function readingsOf(destination: Destination, { notes }: Pick<Store, 'notes'>): ForeignClock[] {
  return repositoriesOf(destination).flatMap((at) =>
    notes
      .probes(at, 1)
      .flatMap((probe) =>
        probe.clockDifferenceSeconds === undefined ? [] : [{ at: probe.at, differenceSeconds: probe.clockDifferenceSeconds }],
      ),
  );
}

function isChore(name: SlotName): name is Chore {
  return (CHORES as readonly string[]).includes(name);
}
