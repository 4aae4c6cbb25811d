import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { choreSchedules, mayRun } from '../../../../src/main/scheduler/chores.ts';
import { allowedBandwidth, isQuiet } from '../../../../src/main/scheduler/line-use.ts';
import { firstOpeningOfWeek, isOpen, openDayMinutes, openMinutesBetween } from '../../../../src/main/scheduler/opening-hours.ts';
import { type OpeningHours, scheduleSchema } from '../../../../src/shared/model/schedule.ts';

const SHOP = { from: '09:00', to: '18:00' };
const WEEK: OpeningHours = {
  tuesday: [SHOP],
  wednesday: [SHOP],
  thursday: [SHOP],
  friday: [SHOP],
  saturday: [{ from: '09:00', to: '13:00' }],
};
const ZONE = 'America/Chicago';
const at = (text: string): Date => new Date(text);

describe('open time', () => {
  test('a closed Sunday and Monday age nothing', () => {
    expect(openMinutesBetween(WEEK, ZONE, at('2026-07-04T13:00:00-05:00'), at('2026-07-07T09:30:00-05:00'))).toBe(30);
    expect(openMinutesBetween(WEEK, ZONE, at('2026-07-07T17:00:00-05:00'), at('2026-07-09T10:00:00-05:00'))).toBe(60 + 540 + 60);
    expect(openMinutesBetween(WEEK, ZONE, at('2026-07-09T10:00:00-05:00'), at('2026-07-07T17:00:00-05:00'))).toBe(0);
  });

  test('is plain time where no hours are known', () => {
    expect(openMinutesBetween({}, ZONE, at('2026-07-04T00:00:00Z'), at('2026-07-05T00:00:00Z'))).toBe(1440);
    expect(openDayMinutes({})).toBe(1440);
    expect(openDayMinutes(WEEK)).toBe(540);
    expect(isOpen({}, ZONE, at('2026-07-05T03:00:00Z'))).toBe(true);
  });

  test('opens with the first minute and closes with the last', () => {
    expect(isOpen(WEEK, ZONE, at('2026-07-07T09:00:00-05:00'))).toBe(true);
    expect(isOpen(WEEK, ZONE, at('2026-07-07T18:00:00-05:00'))).toBe(false);
    expect(isOpen(WEEK, ZONE, at('2026-07-06T12:00:00-05:00'))).toBe(false);
  });

  test('adds up: a stretch is the sum of its parts', () => {
    const moment = fc.integer({ min: Date.UTC(2026, 9, 25), max: Date.UTC(2026, 10, 8) }).map((value) => new Date(value));
    fc.assert(
      fc.property(fc.array(moment, { minLength: 3, maxLength: 3 }), (moments) => {
        const [a, b, c] = moments.toSorted((one, other) => one.getTime() - other.getTime()) as [Date, Date, Date];
        const sum = openMinutesBetween(WEEK, ZONE, a, b) + openMinutesBetween(WEEK, ZONE, b, c);
        expect(openMinutesBetween(WEEK, ZONE, a, c)).toBeCloseTo(sum, 6);
      }),
      { numRuns: 60 },
    );
  });

  test("the week's first opening", () => {
    const opening = at('2026-07-07T09:00:00-05:00');
    expect(firstOpeningOfWeek(WEEK, ZONE, at('2026-07-06T00:30:00-05:00'))).toEqual(opening);
    expect(firstOpeningOfWeek(WEEK, ZONE, at('2026-07-12T23:30:00-05:00'))).toEqual(opening);
    expect(firstOpeningOfWeek({}, 'UTC', at('2026-07-12T23:30:00Z'))).toEqual(at('2026-07-06T09:00:00Z'));
  });
});

describe('use of the line', () => {
  test('follows the opening hours', () => {
    const settings = { bandwidth: { whileOpen: 100_000, whileClosed: 900_000 } };
    const pharmacy = { openingHours: WEEK, timeZone: ZONE };
    expect(allowedBandwidth(settings, pharmacy, at('2026-07-07T12:00:00-05:00'))).toBe(100_000);
    expect(allowedBandwidth(settings, pharmacy, at('2026-07-07T20:00:00-05:00'))).toBe(900_000);
    expect(allowedBandwidth({ bandwidth: {} }, pharmacy, at('2026-07-07T20:00:00-05:00'))).toBeUndefined();
  });

  test.each([
    ['2026-07-07T21:59:00-05:00', false],
    ['2026-07-07T22:00:00-05:00', true],
    ['2026-07-08T03:00:00-05:00', true],
    ['2026-07-08T06:00:00-05:00', false],
    ['2026-07-08T12:15:00-05:00', true],
  ])('quiet hours over midnight and at noon: %s', (moment, isNowQuiet) => {
    const quietHours = [
      { from: '22:00', to: '06:00' },
      { from: '12:00', to: '12:30' },
      { from: '09:00', to: '09:00' },
    ];
    expect(isQuiet({ quietHours }, ZONE, at(moment))).toBe(isNowQuiet);
  });
});

describe('chores', () => {
  test('heavy ones lie in the quietest nights and after closing', () => {
    const chores = choreSchedules(WEEK);
    for (const schedule of Object.values(chores)) expect(scheduleSchema.parse(schedule)).toEqual(schedule);
    expect(chores.proof).toEqual({ kind: 'at', times: ['18:45'] });
    expect([chores.check, chores.maintenance].map((schedule) => (schedule.kind === 'at' ? schedule.days : []))).toEqual([
      ['sunday'],
      ['monday'],
    ]);
    expect(choreSchedules({ monday: [{ from: '00:00', to: '23:59' }] }).proof).toEqual({ kind: 'at', times: ['23:59'] });
  });

  test('a missed heavy one waits for closing, but not for ever', () => {
    const due = at('2026-07-06T02:30:00-05:00');
    expect(mayRun('maintenance', due, at('2026-07-07T12:00:00-05:00'), true)).toBe(false);
    expect(mayRun('maintenance', due, at('2026-07-07T20:00:00-05:00'), false)).toBe(true);
    expect(mayRun('maintenance', due, at('2026-07-09T12:00:00-05:00'), true)).toBe(true);
    expect(mayRun('detection', due, due, true)).toBe(true);
  });
});
