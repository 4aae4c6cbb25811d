import { describe, expect, test } from '@jest/globals';
import {
  countOf,
  formatBytes,
  formatCount,
  formatDateTime,
  formatDuration,
  formatPercent,
  formatRate,
} from '../../../../src/shared/format/index.ts';

describe('bytes', () => {
  test.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.00 KiB'],
    [1536, '1.50 KiB'],
    [15.26 * 1024 ** 2, '15.3 MiB'],
    [152.4 * 1024 ** 3, '152 GiB'],
    [1024 ** 2 - 1, '1.00 MiB'],
    [9.999 * 1024, '10.0 KiB'],
    [5 * 1024 ** 5, '5.00 PiB'],
    [-1, '0 B'],
  ])('%d is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  test('a rate is bytes in a second', () => {
    expect(formatRate(2_097_152)).toBe('2.00 MiB/s');
  });
});

describe('durations', () => {
  test.each([
    [0, '0:00'],
    [7_400, '0:07'],
    [59_600, '1:00'],
    [3_599_000, '59:59'],
    [3_723_000, '1:02:03'],
    [2 * 86_400_000 + 3_723_000, '2d 1:02:03'],
    [-5, '0:00'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

describe('counts', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('%d is %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  test('one is not many', () => {
    expect([countOf(1, 'file', 'files'), countOf(0, 'file', 'files'), countOf(2000, 'file', 'files')]).toEqual([
      '1 file',
      '0 files',
      '2,000 files',
    ]);
  });

  test('a share reaches 100% only when all is done', () => {
    expect([
      formatPercent(0, 3),
      formatPercent(2, 3),
      formatPercent(999, 1000),
      formatPercent(3, 3),
      formatPercent(4, 3),
      formatPercent(0, 0),
    ]).toEqual(['0%', '66%', '99%', '100%', '100%', '100%']);
  });
});

describe('dates', () => {
  const date = new Date('2026-03-01T23:04:05Z');

  test('are shown in the given time zone', () => {
    expect(formatDateTime(date, 'UTC')).toBe('2026-03-01 23:04:05');
    expect(formatDateTime(date, 'Europe/Madrid')).toBe('2026-03-02 00:04:05');
  });

  test('an invalid one is empty', () => {
    expect(formatDateTime(new Date(Number.NaN))).toBe('');
  });
});
