import { describe, expect, test } from '@jest/globals';
import { ageOf, begin, observe } from '../../../../../../src/main/engine/repository/lock/observation.ts';
import { ManualTime } from '../../../../../support/manual-time.ts';

const HOUR = 3_600_000;
const LOCK = 'c'.repeat(64);

describe('for how long a lock was seen unchanged', () => {
  test('counts while the machine runs and while it sleeps', () => {
    const time = new ManualTime();
    const seen = begin(LOCK, time);
    time.sleep(2 * HOUR);
    expect(ageOf(seen, time)).toBe(2 * HOUR);
  });

  test('does not believe a wall clock that was set forward', () => {
    const time = new ManualTime();
    const seen = begin(LOCK, time);
    time.jump(100 * HOUR);
    time.sleep(1000);
    expect(ageOf(seen, time)).toBe(1000);
  });

  test('counts from the start of a machine that started again, even if it now runs longer than then', async () => {
    const time = new ManualTime({ uptime: 2 * HOUR });
    const seen = begin(LOCK, time);
    time.restart(50 * HOUR);
    time.sleep(HOUR / 2);
    expect(ageOf(seen, time)).toBe(HOUR / 2);
    time.sleep(3 * HOUR);
    expect(ageOf(seen, time)).toBeLessThanOrEqual(3.5 * HOUR);
    expect(ageOf(seen, time)).toBeGreaterThan(HOUR);
  });

  test('begins again after a wall clock that was set back, rather than waiting for it', () => {
    const time = new ManualTime();
    const seen = begin(LOCK, time);
    time.jump(-24 * HOUR);
    expect(ageOf(seen, time)).toBe(0);
    const [again] = observe([seen], [LOCK], time);
    time.sleep(HOUR);
    expect(again && ageOf(again, time)).toBe(HOUR);
  });
});

test('observations are kept for locks that are there and dropped with them', () => {
  const time = new ManualTime();
  const seen = begin(LOCK, time);
  time.sleep(HOUR);
  const other = 'd'.repeat(64);
  expect(observe([seen], [other, LOCK], time)).toEqual([begin(other, time), seen]);
  expect(observe([seen], [other], time)).toEqual([begin(other, time)]);
});
