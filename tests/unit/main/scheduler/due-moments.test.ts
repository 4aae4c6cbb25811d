import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { lastDueAt, nextDueAt, type WallClock } from '../../../../src/main/scheduler/due-moments.ts';
import { type OpeningHours, type Schedule, WEEKDAYS } from '../../../../src/shared/model/schedule.ts';

const SHOP = { from: '09:00', to: '18:00' };
const WEEK: OpeningHours = {
  monday: [SHOP],
  tuesday: [SHOP],
  wednesday: [SHOP],
  thursday: [SHOP],
  friday: [SHOP],
  saturday: [{ from: '09:00', to: '13:00' }],
};
const CHICAGO: WallClock = { openingHours: WEEK, timeZone: 'America/Chicago' };

/** Due moments as the pharmacy's clock shows them. */
function duesFrom(schedule: Schedule, clock: WallClock, from: string, count: number): string[] {
  const dues: string[] = [];
  let at = DateTime.fromISO(from, { zone: clock.timeZone }).toJSDate();
  for (let left = count; left > 0; left--) {
    at = nextDueAt(schedule, clock, at);
    dues.push(DateTime.fromJSDate(at, { zone: clock.timeZone }).toFormat('ccc HH:mm Z'));
  }
  return dues;
}

describe('when a schedule is due', () => {
  const hourly: Schedule = { kind: 'every', minutes: 60, during: 'opening-hours' };

  test('every hour while open, and at closing; a closed Sunday has nothing', () => {
    const dues = duesFrom(hourly, CHICAGO, '2026-07-04T00:00', 7);
    expect(dues).toEqual(['Sat 10:00 -5', 'Sat 11:00 -5', 'Sat 12:00 -5', 'Sat 13:00 -5', 'Mon 10:00 -5', 'Mon 11:00 -5', 'Mon 12:00 -5']);
  });

  test('a day longer than the interval ends with closing, which is due once', () => {
    const everyFive: Schedule = { kind: 'every', minutes: 300, during: 'opening-hours' };
    expect(duesFrom(everyFive, CHICAGO, '2026-07-06T00:00', 3)).toEqual(['Mon 14:00 -5', 'Mon 18:00 -5', 'Tue 14:00 -5']);
    const daily: Schedule = { kind: 'every', minutes: 1440, during: 'opening-hours' };
    expect(duesFrom(daily, CHICAGO, '2026-07-03T00:00', 3)).toEqual(['Fri 18:00 -5', 'Sat 13:00 -5', 'Mon 18:00 -5']);
  });

  test('nothing in a break', () => {
    const spans = [
      { from: '09:00', to: '12:30' },
      { from: '15:30', to: '18:00' },
    ];
    const clock: WallClock = { openingHours: { monday: spans }, timeZone: 'Europe/Madrid' };
    expect(duesFrom(hourly, clock, '2026-07-06T00:00', 6)).toEqual([
      'Mon 10:00 +2',
      'Mon 11:00 +2',
      'Mon 12:00 +2',
      'Mon 16:00 +2',
      'Mon 17:00 +2',
      'Mon 18:00 +2',
    ]);
  });

  test('a pharmacy without opening hours is not left without backups', () => {
    expect(duesFrom(hourly, { openingHours: {}, timeZone: 'UTC' }, '2026-07-06T22:30', 3)).toEqual([
      'Mon 23:00 +0',
      'Tue 00:00 +0',
      'Tue 01:00 +0',
    ]);
  });

  test('a time that the clock skips is due once, after the jump', () => {
    const night: Schedule = { kind: 'at', times: ['02:30'] };
    // Chicago, 8 March 2026: 02:00 becomes 03:00.
    expect(duesFrom(night, CHICAGO, '2026-03-06T12:00', 3)).toEqual(['Sat 02:30 -6', 'Sun 03:30 -5', 'Mon 02:30 -5']);
    const both: Schedule = { kind: 'at', times: ['02:30', '03:30'] };
    expect(duesFrom(both, CHICAGO, '2026-03-08T00:00', 3)).toEqual(['Sun 03:30 -5', 'Mon 02:30 -5', 'Mon 03:30 -5']);
  });

  test('a time that comes twice is due the first time only', () => {
    const night: Schedule = { kind: 'at', times: ['01:30'] };
    // Chicago, 1 November 2026: 02:00 becomes 01:00.
    expect(duesFrom(night, CHICAGO, '2026-10-31T12:00', 2)).toEqual(['Sun 01:30 -5', 'Mon 01:30 -6']);
    const always: Schedule = { kind: 'every', minutes: 60, during: 'always' };
    expect(duesFrom(always, CHICAGO, '2026-10-31T23:30', 4)).toEqual(['Sun 00:00 -5', 'Sun 01:00 -5', 'Sun 02:00 -6', 'Sun 03:00 -6']);
  });

  test('a zone that skipped a whole day is due right after it', () => {
    // Samoa had no 30 December 2011.
    const friday: Schedule = { kind: 'at', times: ['12:00'], days: ['friday'] };
    const clock: WallClock = { openingHours: {}, timeZone: 'Pacific/Apia' };
    const dues = duesFrom(friday, clock, '2011-12-28T00:00', 2);
    expect(dues).toEqual(['Sat 12:00 +14', 'Fri 12:00 +14']);
  });

  test('an unknown time zone is refused', () => {
    expect(() => nextDueAt(hourly, { openingHours: {}, timeZone: 'Mars/Olympus' }, new Date(0))).toThrow(
      expect.objectContaining({ code: 'value-invalid' }),
    );
  });
});

const zones = fc.constantFrom(
  'America/Chicago',
  'America/Phoenix',
  'America/St_Johns',
  'Europe/Madrid',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
);
const timeOfDay = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
const span = fc
  .tuple(timeOfDay, timeOfDay)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const hours = fc.dictionary(fc.constantFrom(...WEEKDAYS), fc.array(span, { maxLength: 2 })) as fc.Arbitrary<OpeningHours>;
const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({ kind: fc.constant('at' as const), times: fc.array(timeOfDay, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('at' as const),
    times: fc.array(timeOfDay, { minLength: 1, maxLength: 2 }),
    days: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('every' as const),
    minutes: fc.integer({ min: 20, max: 1440 }),
    during: fc.constantFrom('opening-hours' as const, 'always' as const),
  }),
);
/** Around a change of the clock in one of the zones, or anywhere in three years. */
const moments = fc
  .oneof(
    fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2027, 11) }),
    fc
      .tuple(
        fc.constantFrom('2026-03-08', '2026-11-01', '2026-03-29', '2026-10-25', '2026-04-05', '2026-10-04', '2026-09-06'),
        fc.integer({ min: -172_800_000, max: 172_800_000 }),
      )
      .map(([day, by]) => Date.parse(day) + by),
  )
  .map((at) => new Date(at));
const cases = fc.record({ schedule: schedules, openingHours: hours, timeZone: zones, at: moments });

describe('for every schedule, zone and moment', () => {
  test('the next slot is later, the last is not, and nothing lies between', () => {
    fc.assert(
      fc.property(cases, ({ schedule, at, ...clock }) => {
        const next = nextDueAt(schedule, clock, at);
        const last = lastDueAt(schedule, clock, at);
        expect(next.getTime()).toBeGreaterThan(at.getTime());
        expect(last.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(nextDueAt(schedule, clock, last)).toEqual(next);
        expect(lastDueAt(schedule, clock, new Date(next.getTime() - 1))).toEqual(last);
        expect(lastDueAt(schedule, clock, next)).toEqual(next);
      }),
      { numRuns: 80 },
    );
  });

  test('a daily time is due exactly once on each day, at its time or after a skipped hour', () => {
    fc.assert(
      fc.property(timeOfDay, zones, moments, (time, timeZone, from) => {
        const clock = { openingHours: {}, timeZone };
        let at = from;
        let day = DateTime.fromJSDate(nextDueAt({ kind: 'at', times: [time] }, clock, at), { zone: timeZone }).startOf('day');
        for (let left = 6; left > 0; left--) {
          at = nextDueAt({ kind: 'at', times: [time] }, clock, at);
          const shown = DateTime.fromJSDate(at, { zone: timeZone });
          expect(shown.hasSame(day, 'day')).toBe(true);
          // A skipped time comes as much later as the clock jumps, which is at most an hour.
          const asked = DateTime.fromISO(`${shown.toISODate()}T${time}`, { zone: 'UTC' });
          const late = shown.setZone('UTC', { keepLocalTime: true }).diff(asked, 'minutes').minutes;
          expect(late).toBeGreaterThanOrEqual(0);
          expect(late).toBeLessThanOrEqual(60);
          day = day.plus({ days: 1 }).startOf('day');
        }
      }),
      { numRuns: 30 },
    );
  });
});
