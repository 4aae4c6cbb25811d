import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createScheduler, type Due, nodeScheduleTicks, type Scheduler } from '../../../../src/main/scheduler/index.ts';
import type { OpenedStore, Store } from '../../../../src/main/store/index.ts';
import type { Settings } from '../../../../src/shared/model/installation.ts';
import { destinationSchema } from '../../../../src/shared/model/destination.ts';
import { WEEKDAYS } from '../../../../src/shared/model/schedule.ts';
import { defaultSettings } from '../../../../src/shared/model/tier-defaults.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { aJob, aRun, aSource, storeIn } from '../../../support/stored.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SHOP = { from: '09:00', to: '18:00' };
const HOURS = Object.fromEntries(WEEKDAYS.map((day) => [day, [SHOP]]));

describe('the scheduler', () => {
  let scratch: Scratch;
  let opened: OpenedStore;
  let store: Store;
  let time: ManualTime;
  let due: Due[];
  let refuses: boolean;
  let tick: () => void;
  let scheduler: Scheduler;

  const make = (): Scheduler =>
    createScheduler({
      store,
      clock: time,
      ticks: {
        start: (onTick) => {
          tick = onTick;
          return () => undefined;
        },
      },
      onDue: (one) => {
        if (refuses) throw new Error('the history cannot be written');
        due.push(one);
      },
    });
  const settings = (change: Partial<Settings>): void => store.settings.set({ ...defaultSettings(HOURS), ...change });
  const backups = (): Due[] => due.filter(({ kind }) => kind !== 'chore');
  const passes = async (milliseconds: number): Promise<void> => {
    time.sleep(milliseconds);
    tick();
    await scheduler.look('tick');
  };

  beforeEach(async () => {
    scratch = scratchFolder();
    // A Wednesday, 09:30 in Chicago.
    time = new ManualTime({ wall: '2026-07-08T14:30:00Z' });
    opened = storeIn(scratch.path, time);
    ({ store } = opened);
    store.pharmacy.set({ name: 'Main St', timeZone: 'America/Chicago', language: 'en', openingHours: HOURS });
    store.sources.put(aSource('dispensing'));
    due = [];
    refuses = false;
    scheduler = make();
    await scheduler.start();
  });
  afterEach(() => {
    scheduler.close();
    store.close();
    scratch.remove();
  });

  test('starts nothing by itself while somebody is setting up', async () => {
    const startedAt = time.now().toISOString();
    store.setup.set({ startedAt, step: 'where', reached: 'where', draft: {} });
    await passes(30 * HOUR);
    await scheduler.look('device-attached');
    expect(due).toEqual([]);
    store.setup.set({ startedAt, step: 'first-backup', reached: 'first-backup', draft: {}, finishedAt: startedAt });
    await passes(24 * HOUR);
    expect(backups()).not.toEqual([]);
  });

  test('runs each slot once, and says when the next one is', async () => {
    expect(scheduler.nextRuns()).toEqual([{ tier: 'critical', at: new Date('2026-07-08T15:00:00Z') }]);
    expect(due).toEqual([]);
    await passes(30 * MINUTE);
    await passes(MINUTE);
    expect(backups()).toEqual([{ kind: 'backup', tier: 'critical', trigger: 'scheduled', dueAt: new Date('2026-07-08T15:00:00Z') }]);
    expect(scheduler.nextRuns()).toEqual([{ tier: 'critical', at: new Date('2026-07-08T16:00:00Z') }]);
  });

  test('makes up once for what a switched-off PC missed, and remembers over a restart', async () => {
    time.restart(5 * HOUR + 25 * MINUTE);
    scheduler.close();
    scheduler = make();
    await scheduler.start();
    await scheduler.look('unlock');
    expect(backups()).toEqual([{ kind: 'backup', tier: 'critical', trigger: 'catch-up', dueAt: new Date('2026-07-08T19:00:00Z') }]);
  });

  test('a slot that could not be begun is due again', async () => {
    refuses = true;
    await passes(30 * MINUTE);
    refuses = false;
    await passes(MINUTE);
    expect(backups()).toHaveLength(1);
  });

  test('looks at the same time start nothing twice', async () => {
    time.sleep(30 * MINUTE);
    await Promise.all([scheduler.look('tick'), scheduler.look('resume'), scheduler.look('unlock')]);
    expect(backups()).toHaveLength(1);
  });

  test('a pause puts each slot on record and is made up for when it ends', async () => {
    settings({ pause: { until: '2026-07-08T16:30:00Z' } });
    await passes(30 * MINUTE);
    await passes(10 * MINUTE);
    await passes(50 * MINUTE);
    expect(backups()).toEqual([
      { kind: 'skip', tier: 'critical', trigger: 'scheduled', dueAt: new Date('2026-07-08T15:00:00Z'), reason: 'paused' },
      { kind: 'skip', tier: 'critical', trigger: 'scheduled', dueAt: new Date('2026-07-08T16:00:00Z'), reason: 'paused' },
    ]);
    await passes(35 * MINUTE);
    expect(backups().at(-1)).toEqual({ kind: 'backup', tier: 'critical', trigger: 'catch-up', dueAt: new Date('2026-07-08T16:00:00Z') });
    expect(backups()).toHaveLength(3);
  });

  test('quiet hours hold back what goes off-site, which follows when they end', async () => {
    settings({ quietHours: [{ from: '10:00', to: '10:20' }] });
    store.destinations.put(
      destinationSchema.parse({
        id: 'azure',
        name: 'Cloud',
        kind: 'azure',
        site: 'off-site',
        isolation: 'online',
        account: 'a',
        container: 'c',
      }),
    );
    await passes(30 * MINUTE);
    const slot = { kind: 'backup', tier: 'critical', dueAt: new Date('2026-07-08T15:00:00Z') } as const;
    expect(backups()).toEqual([{ ...slot, trigger: 'scheduled', hold: 'quiet-hours' }]);
    await passes(25 * MINUTE);
    await passes(MINUTE);
    expect(backups().slice(1)).toEqual([{ ...slot, trigger: 'catch-up' }]);
  });

  test('a disk that is plugged in starts a run, and a loose plug not one after the other', async () => {
    await scheduler.look('device-attached');
    await scheduler.look('device-attached');
    expect(backups()).toEqual([{ kind: 'backup', trigger: 'device-attached', dueAt: time.now() }]);
  });

  test('a network that comes back starts a run only where something did not get through', async () => {
    store.destinations.put(
      destinationSchema.parse({
        id: 'azure',
        name: 'Cloud',
        kind: 'azure',
        site: 'off-site',
        isolation: 'online',
        account: 'a',
        container: 'c',
      }),
    );
    await scheduler.look('network-up');
    expect(backups()).toEqual([]);
    store.history.addRun(aRun('r1'), [aJob('j1', 'r1', { kind: 'copy', status: 'skipped', reason: 'destination-unreachable' })]);
    await scheduler.look('network-up');
    expect(backups()).toEqual([{ kind: 'backup', trigger: 'catch-up', dueAt: time.now() }]);
  });

  test('the clock that jumps is noticed and stops deletions', async () => {
    time.jump(-3 * HOUR);
    await scheduler.look('tick');
    expect(store.notes.flag('clock-trusted')).toBe('false');
    expect(scheduler.nextRuns()[0]?.at).toEqual(new Date('2026-07-08T15:00:00Z'));
  });

  test('trial restores, checks and clean-up come round in a week; the kit is asked for once a quarter', async () => {
    for (let step = 0; step < 7 * 8; step++) await passes(3 * HOUR);
    const chores = due.flatMap((one) => (one.kind === 'chore' ? [one.chore] : []));
    const count = (chore: string): number => chores.filter((one) => one === chore).length;
    expect([count('proof'), count('check'), count('maintenance'), count('detection'), count('kit-reminder')]).toEqual([7, 1, 1, 1, 1]);
    store.notes.addKitTest({ at: time.now().toISOString(), destination: 'azure', holder: 'owner', passed: true });
    due = [];
    for (let day = 0; day < 14; day++) await passes(24 * HOUR);
    expect(due.some((one) => one.kind === 'chore' && one.chore === 'kit-reminder')).toBe(false);
  });

  test('nothing before set-up', async () => {
    const before = createScheduler({
      store: { ...store, pharmacy: { get: () => undefined, set: () => undefined } },
      clock: time,
      ticks: { start: () => () => undefined },
      onDue: (one) => void due.push(one),
    });
    time.sleep(24 * HOUR);
    await before.look('start');
    expect(due).toEqual([]);
  });
});

test('the ticks of node-schedule begin and end', () => {
  const stop = nodeScheduleTicks.start(() => undefined);
  stop();
  expect(() => stop()).not.toThrow();
});
