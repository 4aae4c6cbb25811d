import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lastDueAt, nextDueAt, type WallClock } from '../../../../src/main/scheduler/due-moments.ts';
import { dueRuns } from '../../../../src/main/scheduler/due-runs.ts';
import type { Schedule } from '../../../../src/shared/model/schedule.ts';

const SHOP = { from: '09:00', to: '18:00' };
const CLOCK: WallClock = { openingHours: { monday: [SHOP], tuesday: [SHOP], wednesday: [SHOP] }, timeZone: 'America/Chicago' };
const HOURLY: Schedule = { kind: 'every', minutes: 60, during: 'opening-hours' };

/** Monday 6 July 2026 in Chicago. */
const at = (time: string): Date => new Date(`2026-07-06T${time}:00-05:00`);

function due(now: Date, planned?: Date, doneFor?: Date) {
  const { due: slots, next } = dueRuns(now, CLOCK, [{ name: 'critical', schedule: HOURLY, nextDueAt: planned, doneFor }]);
  return { slot: slots[0], next: next.get('critical') };
}

describe('what is due', () => {
  test('nothing the first time; the schedule says when', () => {
    expect(due(at('10:20'))).toEqual({ slot: undefined, next: at('11:00') });
  });

  test('a slot on time is scheduled', () => {
    expect(due(at('11:00'), at('11:00'))).toEqual({
      slot: { name: 'critical', trigger: 'scheduled', dueAt: at('11:00') },
      next: at('12:00'),
    });
    expect(due(at('11:10'), at('11:00')).slot?.trigger).toBe('scheduled');
  });

  test('many missed slots make one catch-up for the newest, and the next slot stays where it is', () => {
    const { slot, next } = due(at('15:40'), at('10:00'));
    expect(slot).toEqual({ name: 'critical', trigger: 'catch-up', dueAt: at('15:00') });
    expect(next).toEqual(at('16:00'));
  });

  test('slots missed before one that is on time are not made up for as well', () => {
    expect(due(at('12:01'), at('10:00')).slot).toMatchObject({ trigger: 'scheduled', dueAt: at('12:00') });
  });

  test('a plan far ahead is forgotten when the clock comes back', () => {
    expect(due(at('10:20'), new Date('2031-01-01T00:00:00Z'))).toEqual({ slot: undefined, next: at('11:00') });
    expect(due(at('10:20'), at('11:00'), new Date('2031-01-01T00:00:00Z')).next).toEqual(at('11:00'));
  });

  test('a clock set back a little does not repeat the slot that just ran', () => {
    expect(due(at('10:59'), at('12:00'), at('11:00'))).toEqual({ slot: undefined, next: at('12:00') });
  });

  test('a slot that was dealt with is not due again', () => {
    expect(due(at('11:02'), at('11:00'), at('11:00')).slot).toBeUndefined();
  });

  test('looks at any moments deal with every slot exactly once, as one run or inside a catch-up', () => {
    const begin = at('00:00').getTime();
    const gaps = fc.array(fc.integer({ min: 1, max: 40 * 3_600_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(gaps, (waits) => {
        let now = new Date(begin);
        let planned: Date | undefined = nextDueAt(HOURLY, CLOCK, now);
        let doneFor: Date | undefined;
        for (const wait of waits) {
          now = new Date(now.getTime() + wait);
          const { slot, next } = due(now, planned, doneFor);
          const last = lastDueAt(HOURLY, CLOCK, now);
          const isNew: boolean = last.getTime() >= (planned?.getTime() ?? 0);
          expect(slot !== undefined).toBe(isNew);
          if (slot) {
            expect(slot.dueAt).toEqual(last);
            doneFor = slot.dueAt;
          }
          expect(next).toEqual(nextDueAt(HOURLY, CLOCK, now));
          planned = next;
        }
      }),
      { numRuns: 25 },
    );
  });
});
