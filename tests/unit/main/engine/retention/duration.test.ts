import { describe, expect, test } from '@jest/globals';
import { isZeroDuration, momentBefore, parseDuration } from '../../../../../src/main/engine/retention/duration.ts';
import { formatTime } from '../../../../../src/main/engine/format/time.ts';

describe('durations', () => {
  test('are years, months, days and hours in any order', () => {
    expect(parseDuration('1y5m7d2h')).toEqual({ years: 1, months: 5, days: 7, hours: 2 });
    expect(parseDuration('2h7d')).toEqual({ years: 0, months: 0, days: 7, hours: 2 });
    expect(isZeroDuration(parseDuration('0d0h'))).toBe(true);
    expect(isZeroDuration(parseDuration('0d1h'))).toBe(false);
  });

  test.each(['', '7', 'd', '7w', '-7d', '7d ', '1d2d', '1.5d', '7d7'])('%p is none', (text) => {
    expect(() => parseDuration(text, 'within')).toThrow(
      expect.objectContaining({ code: 'value-invalid', data: expect.objectContaining({ name: 'within', value: text }) }),
    );
  });

  test.each([
    ['2024-03-31T20:00:00Z', '1d', '2024-03-30T20:00:00Z'],
    ['2024-03-31T20:00:00Z', '1m', '2024-03-02T20:00:00Z'],
    ['2024-10-31T20:00:00Z', '1m', '2024-10-01T20:00:00Z'],
    ['2024-02-29T12:00:00Z', '1y', '2023-03-01T12:00:00Z'],
    ['2024-03-01T00:30:00.123456789Z', '1h', '2024-02-29T23:30:00.123456789Z'],
    // The calendar is that of the offset: it is still the 1st there.
    ['2024-03-01T23:00:00-05:00', '1m', '2024-02-02T04:00:00Z'],
    ['2024-03-01T00:30:00+02:00', '1y1m1d1h', '2023-01-30T21:30:00Z'],
  ])('one %s before it, %s, is %s', (time, span, before) => {
    expect(formatTime(momentBefore(time, parseDuration(span)))).toBe(before);
  });
});
