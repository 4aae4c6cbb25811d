import { describe, expect, test } from '@jest/globals';
import { isSameTime } from '../../../../../src/main/engine/restorer/decide-files.ts';

const STORED = '2024-02-03T04:05:07.123456789Z';
const SECOND = BigInt(Date.parse('2024-02-03T04:05:07Z')) * 1_000_000n;

describe('a time is the same', () => {
  test.each([
    ['exactly', 123_456_789n],
    ['on Windows', 123_456_700n],
    ['by a call in floating seconds', 123_456_717n],
    ['in milliseconds', 123_000_000n],
    ['in seconds', 0n],
    ['on FAT', -1_000_000_000n],
  ])('%s', (_how, fraction) => {
    expect(isSameTime(SECOND + fraction, STORED)).toBe(true);
  });

  test.each([123_458_789n, 124_000_000n, 1_123_456_789n, 1_000_000_000n])('not with %s nanoseconds', (fraction) => {
    expect(isSameTime(SECOND + fraction, STORED)).toBe(false);
  });

  test('not without one', () => {
    expect([isSameTime(0n, undefined), isSameTime(0n, 'yesterday')]).toEqual([false, false]);
  });
});
