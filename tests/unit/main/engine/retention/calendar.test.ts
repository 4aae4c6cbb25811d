import { describe, expect, test } from '@jest/globals';
import { calendarBucket } from '../../../../../src/main/engine/retention/calendar.ts';

describe('calendar buckets', () => {
  test('follow the clock the time was written by', () => {
    expect(calendarBucket('2024-03-01T23:30:00-05:00', 'daily')).toBe(calendarBucket('2024-03-01T00:10:00Z', 'daily'));
    expect(calendarBucket('2024-03-01T23:30:00Z', 'hourly')).toBe(calendarBucket('2024-03-01T23:00:00Z', 'hourly'));
    expect(calendarBucket('2024-03-01T23:30:00Z', 'hourly')).not.toBe(calendarBucket('2024-03-01T22:59:59Z', 'hourly'));
    expect(calendarBucket('2024-03-31T23:30:00Z', 'monthly')).not.toBe(calendarBucket('2024-04-01T00:00:00Z', 'monthly'));
    expect(calendarBucket('2024-12-31T23:30:00Z', 'yearly')).not.toBe(calendarBucket('2025-01-01T00:00:00Z', 'yearly'));
  });

  test.each([
    ['2024-01-01', '2024-W1'],
    ['2023-01-01', '2022-W52'],
    ['2021-01-03', '2020-W53'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W1'],
    ['2026-02-01', '2026-W5'],
    ['2026-02-02', '2026-W6'],
  ])('%s is in week %s', (day, week) => {
    expect(calendarBucket(`${day}T12:00:00Z`, 'weekly')).toBe(week);
  });
});
