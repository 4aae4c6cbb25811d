/**
 * Hour, day, week, month and year of a snapshot, as its own clock showed them when it was made: a pharmacy's day ends
 * at its own midnight, whatever the time zone of the machine that forgets.
 */

export type CalendarUnit = 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly';

const MS_PER_DAY = 86_400_000;
const DAYS_PER_WEEK = 7;
const THURSDAY = 4;
/** How much of an RFC 3339 text names the unit. */
const PREFIX = { hourly: 13, daily: 10, monthly: 7, yearly: 4 } as const;

/** A text that two RFC 3339 times share exactly if they fall into the same hour, day, ISO week, month or year. */
export function calendarBucket(time: string, unit: CalendarUnit): string {
  return unit === 'weekly' ? isoWeek(time) : time.slice(0, PREFIX[unit]);
}

/** ISO 8601: weeks run from Monday to Sunday and belong to the year that has their Thursday. */
function isoWeek(time: string): string {
  const date = new Date(0);
  date.setUTCFullYear(Number(time.slice(0, 4)), Number(time.slice(5, 7)) - 1, Number(time.slice(8, 10)));
  const weekday = date.getUTCDay() || DAYS_PER_WEEK;
  date.setUTCDate(date.getUTCDate() + THURSDAY - weekday);
  const year = date.getUTCFullYear();
  const newYear = new Date(0);
  newYear.setUTCFullYear(year, 0, 1);
  const week = Math.floor((date.getTime() - newYear.getTime()) / MS_PER_DAY / DAYS_PER_WEEK) + 1;
  return `${year}-W${week}`;
}
