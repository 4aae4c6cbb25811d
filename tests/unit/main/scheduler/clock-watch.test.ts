import { describe, expect, test } from '@jest/globals';
import { ClockWatch, compareReadings } from '../../../../src/main/scheduler/clock-watch.ts';
import { ManualTime } from '../../../support/manual-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('two readings of the clocks', () => {
  const before = { wall: 1_000 * DAY, uptime: 5 * HOUR };
  test.each([
    ['steady', HOUR, HOUR, false, 'steady'],
    ['a time server corrects a minute', HOUR + MINUTE, HOUR, false, 'steady'],
    ['sleep that stops the uptime', 9 * HOUR, MINUTE, true, 'slept'],
    ['sleep that nobody tells of', 9 * HOUR, MINUTE, false, 'slept'],
    ['a long sleep that is told of', 9 * DAY, MINUTE, true, 'slept'],
    ['the clock is set ahead', 9 * DAY, MINUTE, false, 'forward'],
    ['the clock is set back', -HOUR, MINUTE, false, 'backward'],
    ['set back while it slept', -DAY, MINUTE, true, 'backward'],
    ['restarted after a night', 12 * HOUR, -4 * HOUR, false, 'restarted'],
    ['restarted with an empty battery', -9000 * DAY, -4 * HOUR, false, 'backward'],
    ['restarted years later', 900 * DAY, -4 * HOUR, false, 'forward'],
  ] as const)('%s', (_name, wall, uptime, wokeUp, kind) => {
    expect(compareReadings(before, { wall: before.wall + wall, uptime: before.uptime + uptime }, wokeUp).kind).toBe(kind);
  });
});

function flags() {
  const values = new Map<string, string>();
  return {
    flag: (name: string) => values.get(name),
    setFlag: (name: string, value: string | undefined) => void (value === undefined ? values.delete(name) : values.set(name, value)),
  };
}

describe('trust in the clock', () => {
  test('a jump ends it; a day of both clocks side by side brings it back', async () => {
    const time = new ManualTime();
    const notes = flags();
    const watch = new ClockWatch(time, notes);
    watch.look(false);
    time.jump(-2 * HOUR);
    expect(watch.look(false).kind).toBe('backward');
    expect(notes.flag('clock-trusted')).toBe('false');
    expect(watch.jumpedAt).toBe(time.now().toISOString());
    await time.advance(23 * HOUR);
    expect(watch.look(false).kind).toBe('steady');
    expect(watch.isTrusted).toBe(false);
    await time.advance(HOUR);
    watch.look(false);
    expect(watch.isTrusted).toBe(true);
    expect(notes.flag('clock-trusted')).toBeUndefined();
  });

  test('time asleep or switched off counts for nothing, and another jump begins anew', async () => {
    const time = new ManualTime();
    const notes = flags();
    const watch = new ClockWatch(time, notes);
    watch.look(false);
    time.jump(400 * DAY);
    watch.look(false);
    await time.advance(20 * HOUR);
    watch.look(false);
    time.restart(40 * HOUR);
    expect(new ClockWatch(time, notes).look(false).kind).toBe('restarted');
    expect(watch.isTrusted).toBe(false);
    time.jump(-400 * DAY);
    watch.look(false);
    await time.advance(20 * HOUR);
    watch.look(false);
    expect(watch.isTrusted).toBe(false);
  });

  test("a destination's clock that agrees brings it back at once; one asked before the jump, or one that differs, does not", async () => {
    const time = new ManualTime();
    const watch = new ClockWatch(time, flags());
    watch.look(false);
    time.jump(-3 * HOUR);
    watch.look(false);
    await time.advance(MINUTE);
    watch.look(false, { at: '2020-01-01T00:00:00.000Z', differenceSeconds: 0 });
    expect(watch.isTrusted).toBe(false);
    watch.look(false, { at: time.now().toISOString(), differenceSeconds: 10_800 });
    expect(watch.isTrusted).toBe(false);
    watch.look(false, { at: time.now().toISOString(), differenceSeconds: -3 });
    expect(watch.isTrusted).toBe(true);
  });
});
