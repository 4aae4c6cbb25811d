import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { profileAt } from '../../src/main/profile/index.ts';
import { openMinutesBetween } from '../../src/main/scheduler/index.ts';
import { openStore, type Store } from '../../src/main/store/index.ts';
import { repositoryKey } from '../../src/shared/model/destination.ts';
import { type Tier, TIERS } from '../../src/shared/model/tier.ts';
import type { Alert } from '../../src/shared/model/installation.ts';
import type { Job, Run } from '../../src/shared/model/run.ts';
import { cloudOf, FIRST, isMountable, LAST, Month, setUpMonth, tokenUntil, work } from '../support/month.ts';
import { answered, PHARMACY } from '../support/pharmacy-app.ts';
import { local, shown } from '../support/simulated-month.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CLOCKS_GO_BACK = '2035-11-04';
/** By id, in order. */
const PLACES = ['cloud', 'drives', 'nas'];
const IS_WHOLE = /^completed/;

/** What happens on a day, before its looks. */
type Happening = (month: Month) => Promise<void> | void;

const SLEEP = { from: local('2035-10-26 14:00'), to: local('2035-10-29 07:30') };
const PAUSE = { from: local('2035-10-31 09:00'), to: local('2035-11-01 09:00') };

const HAPPENINGS: Readonly<Record<string, Happening>> = {
  '2035-10-22': async (month) => await month.plug('A'),
  '2035-10-29': async (month) => await month.plug(),
  // Drive A stays at home for longer than it should.
  '2035-10-30': async (month) => await month.plug('B'),
  '2035-10-31': async (month) => {
    await month.client.status.pause({ until: PAUSE.to.toISOString() });
  },
  '2035-11-05': async (month) => await month.line.cut(),
  '2035-11-06': async (month) => {
    await month.line.mend();
    await month.look('network-up');
  },
  '2035-11-07': (month) => month.nas?.fill(),
  '2035-11-08': (month) => month.nas?.relieve(),
  '2035-11-09': async (month) => await month.plug('A'),
  '2035-11-14': async (month) => {
    const sasToken = await tokenUntil(month, local('2036-06-01 12:00'));
    await answered(month.client.destinations.add({ destination: cloudOf(month), credential: { sasToken } }));
  },
  '2035-11-15': (month) => {
    month.isMoving = false;
  },
  '2035-11-16': async (month) => await month.plug('B'),
};

/** The moments of a day at which the owner looks, besides its reviews. */
function looksOf(date: string): Date[] {
  const { weekday } = shown(local(`${date} 12:00`));
  const times = ['01:31', ...(weekday >= 6 ? ['02:32'] : []), '09:05', '13:01', '18:50'];
  const looks = times.map((time) => local(`${date} ${time}`));
  // The night's hour comes twice; what was done in the first must not be done again in the second.
  if (date === CLOCKS_GO_BACK) looks.splice(1, 0, new Date(local(`${date} 01:31`).getTime() + 60 * MINUTE));
  return looks;
}

function* days(from: string, to: string): Generator<string> {
  for (let noon = local(`${from} 12:00`); ; noon = new Date(noon.getTime() + DAY)) {
    const { date } = shown(noon);
    if (date > to) return;
    yield date;
  }
}

async function live(month: Month): Promise<void> {
  for (const date of days(FIRST, LAST)) {
    let hasHappened = false;
    for (const moment of looksOf(date)) {
      if (moment <= month.clock.now()) continue;
      if (moment > SLEEP.from && moment < SLEEP.to) continue;
      const slept = month.clock.now() < SLEEP.from && moment > SLEEP.to;
      if (slept) {
        month.clock.sleepUntil(SLEEP.to);
        await month.look('resume');
      }
      month.clock.goTo(moment);
      if (!hasHappened && shown(moment).date === date && moment >= local(`${date} 09:00`)) {
        hasHappened = true;
        await HAPPENINGS[date]?.(month);
      }
      await work(month, moment);
      await month.look();
      // A reason must hold for two looks.
      month.clock.goTo(new Date(moment.getTime() + 6 * MINUTE));
      await month.review();
      if (!month.isMoving) await month.lookAtAlerts();
    }
  }
}

describe('a month in a pharmacy', () => {
  let month: Month;
  let store: Store;
  let runs: readonly Run[];
  let jobs: readonly Job[];
  let alerts: readonly Alert[];
  beforeAll(async () => {
    month = await Month.begin();
    await month.open();
    await setUpMonth(month);
    await month.app.start();
    await month.app.settled();
    await live(month);
    const { folder } = profileAt(month.at('profile'));
    await month.app.close();
    ({ store } = openStore(profileAt(folder).database, month.clock));
    runs = store.history.runs({ limit: 100_000 });
    jobs = store.history.jobs({ limit: 100_000 });
    alerts = store.notes.alerts({ limit: 1000 });
  }, 1_200_000);
  afterAll(async () => {
    store?.close();
    await month?.end();
  });

  /** When each tier is due: at which times, on which ISO weekdays. */
  const plan = {
    critical: { times: ['01:30', '13:00'], weekdays: [1, 2, 3, 4, 5, 6, 7] },
    important: { times: ['13:00'], weekdays: [2, 4, 7] },
    standard: { times: ['13:00'], weekdays: [3] },
  } as const satisfies Record<Tier, { times: readonly string[]; weekdays: readonly number[] }>;
  const tiersHere = (): Tier[] => TIERS.filter((tier) => store.sources.list().some((source) => source.tier === tier));
  const isSlept = (moment: Date): boolean => moment > SLEEP.from && moment < SLEEP.to;
  const alertsOf = (code: string, about: Partial<Alert> = {}): Alert[] =>
    alerts.filter((alert) => alert.code === code && Object.entries(about).every(([key, value]) => alert[key as keyof Alert] === value));

  function slotsOf(tier: Tier): Date[] {
    const { times, weekdays } = plan[tier];
    const isDueOn = (date: string): boolean => (weekdays as readonly number[]).includes(shown(local(`${date} 12:00`)).weekday);
    // On the first day everything was set up; on the last one nobody looks after the last look.
    return [...days('2035-10-21', LAST)].filter(isDueOn).flatMap((date) => times.map((time) => local(`${date} ${time}`)));
  }

  it('did what was due once, on the right moment of the day the clocks went back too', () => {
    for (const tier of tiersHere()) {
      for (const slot of slotsOf(tier).filter((moment) => !isSlept(moment))) {
        const found = runs.filter((run) => run.tier === tier && run.dueAt === slot.toISOString() && run.trigger === 'scheduled');
        expect([tier, slot.toISOString(), found.length]).toEqual([tier, slot.toISOString(), 1]);
      }
    }
    const night = runs.filter(({ tier, dueAt }) => tier === 'critical' && shown(new Date(dueAt)).date === CLOCKS_GO_BACK);
    expect(night).toHaveLength(2);
  });

  it('says of every source and every place in each of its runs what became of it', () => {
    for (const run of runs.filter(({ tier, status }) => tier !== undefined && status !== 'skipped')) {
      for (const { id } of store.sources.list().filter((source) => source.tier === run.tier)) {
        const mine = jobs.filter((job) => job.run === run.id && job.source === id);
        expect([run.id, id, [...new Set(mine.map(({ destination = '' }) => destination))].toSorted()]).toEqual([run.id, id, PLACES]);
        expect([run.id, id, mine.filter(({ kind }) => kind === 'backup').some(({ status }) => IS_WHOLE.test(status))]).toEqual([
          run.id,
          id,
          true,
        ]);
      }
    }
  });

  it('made up once for what it slept through', () => {
    for (const tier of tiersHere().filter((one) => slotsOf(one).some(isSlept))) {
      const made = runs.filter(
        (run) => run.tier === tier && run.trigger === 'catch-up' && Date.parse(run.startedAt ?? '') === SLEEP.to.getTime(),
      );
      expect(made.map(({ status }) => status)).toEqual([expect.stringMatching(/^completed/)]);
    }
  });

  it('put the pause on record and made up for it', () => {
    const paused = runs.filter(({ dueAt }) => Date.parse(dueAt) > PAUSE.from.getTime() && Date.parse(dueAt) < PAUSE.to.getTime());
    expect(new Set(paused.filter(({ trigger }) => trigger === 'scheduled').map(({ status }) => status))).toEqual(new Set(['skipped']));
    const madeUp = runs.filter(({ trigger, startedAt }) => trigger === 'catch-up' && Date.parse(startedAt ?? '') > PAUSE.to.getTime());
    expect(new Set(madeUp.map(({ tier }) => tier).slice(-3)).size).toBeGreaterThan(1);
  });

  it('left nothing undone without saying why', () => {
    expect(runs.filter(({ endedAt }) => endedAt === undefined)).toEqual([]);
    expect(jobs.filter(({ status, reason }) => status === 'skipped' && reason === undefined)).toEqual([]);
    const failed = jobs.filter(({ status }) => status === 'failed' || status === 'interrupted');
    const strange = failed.filter(({ destination, error, endedAt = '' }) => {
      const { date } = shown(new Date(endedAt));
      if (destination === 'cloud' && error?.code === 'place-unreachable') return date < '2035-11-05' || date > '2035-11-06';
      if (destination === 'nas' && error?.code === 'no-space') return date < '2035-11-07' || date > '2035-11-08';
      return true;
    });
    expect(strange).toEqual([]);
    expect(failed.some(({ destination }) => destination === 'cloud')).toBe(true);
    if (isMountable) expect(failed.some(({ destination }) => destination === 'nas')).toBe(true);
    const reasons = new Set(jobs.flatMap(({ reason }) => reason ?? []));
    for (const reason of ['destination-away', 'credential-expired', 'paused'] as const) expect(reasons).toContain(reason);
  });

  it('copied everything that was missed when the places came back', () => {
    for (const { id } of store.sources.list()) {
      const [newest] = store.points.list({ source: id, limit: 1 });
      const keys = store.points.list({ source: id, point: newest?.point ?? '' }).map(repositoryKey);
      expect(keys.sort()).toEqual(['cloud', 'drives/b', 'nas']);
      expect(store.points.proofs({ source: id, passed: false })).toEqual([]);
    }
    expect(
      store.notes
        .custody('drives')
        .map(({ event, disk }) => `${disk} ${event}`)
        .toReversed(),
    ).toEqual(expect.arrayContaining(['a attached', 'b detached', 'a detached', 'b attached']));
  });

  it('said each thing once, took it back when it was over, and said nothing else', () => {
    const said = alerts.map(({ code, source, destination, disk, clearedAt }) =>
      [code, source, destination, disk, clearedAt === undefined ? 'open' : 'over'].filter((word) => word !== undefined).join(' '),
    );
    expect(said.toSorted()).toEqual([
      'credential-expired cloud over',
      'credential-expires-soon cloud over',
      'destination-failing cloud over',
      ...(isMountable ? ['destination-failing nas over'] : []),
      'disk-away-too-long drives a over',
      'source-not-moving dispensing open',
    ]);
  });

  it.each([
    ['credential-expires-soon', '2035-10-29', '2035-11-12'],
    ['destination-failing', '2035-11-05', '2035-11-06'],
    ['disk-away-too-long', '2035-11-07', '2035-11-09'],
    ['credential-expired', '2035-11-12', '2035-11-14'],
  ])('said %s from the day it was so to the day it was over', (code, from, to) => {
    const [found] = alertsOf(code, code === 'destination-failing' ? { destination: 'cloud' } : {});
    const dayOf = (moment = ''): string => shown(new Date(moment)).date;
    const next = (date: string): string => dayOf(new Date(local(`${date} 12:00`).getTime() + DAY).toISOString());
    expect([from, next(from)]).toContain(dayOf(found?.raisedAt));
    expect([to, next(to)]).toContain(dayOf(found?.clearedAt));
  });

  it('found within an open day that the database stood still', () => {
    const said = alertsOf('source-not-moving', { source: 'dispensing' });
    expect(said).toHaveLength(1);
    const { timeZone, openingHours } = PHARMACY;
    // It became worse later, which raises it again.
    const seen = month.seen.get(said[0]?.id ?? '') ?? month.clock.now();
    expect(openMinutesBetween(openingHours, timeZone, local('2035-11-15 09:00'), seen)).toBeLessThanOrEqual(9 * 60);
    expect(alertsOf('source-shrunk')).toEqual([]);
  });

  it('kept what it said it would keep', () => {
    const maintained = jobs.filter(
      ({ kind, destination, status }) => kind === 'maintenance' && destination === 'nas' && status === 'completed',
    );
    expect(maintained.length).toBeGreaterThanOrEqual(3);
    const last =
      maintained
        .map(({ endedAt = '' }) => endedAt)
        .sort()
        .at(-1) ?? '';
    const left = store.points.list({ source: 'dispensing', at: { destination: 'nas' } }).filter(({ time }) => time < last);
    const made = jobs.filter((job) => job.source === 'dispensing' && job.snapshot !== undefined && job.kind === 'backup');
    expect(made.length).toBeGreaterThan(50);
    const daysLeft = [...new Set(left.map(({ time }) => shown(new Date(time)).date))].toSorted().toReversed();
    const reference = shown(new Date(last)).date;
    const week = [...days(shown(new Date(Date.parse(last) - 6 * DAY)).date, reference)];
    expect(daysLeft).toEqual(expect.arrayContaining(week));
    // The last four, one more for each of seven days, four weeks, and at most two pins.
    expect(left.length).toBeLessThanOrEqual(4 + 7 + 4 + 2);
    expect(left.length).toBeGreaterThanOrEqual(7 + 3);
  });
});
