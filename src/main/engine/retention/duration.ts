import { LifeboatError } from '../../../shared/errors/index.ts';
import { parseTime } from '../format/time.ts';

/** A span as restic's `--keep-within` takes it: `1y5m7d2h` is one year, five months, seven days and two hours. */
export interface CalendarDuration {
  years: number;
  months: number;
  days: number;
  hours: number;
}

const UNITS = { y: 'years', m: 'months', d: 'days', h: 'hours' } as const;
const PATTERN = /^(?:\d{1,6}[ymdh])+$/;
const PARTS = /(\d+)([ymdh])/g;
const NANOS_PER_MS = 1_000_000n;
const NANOS_PER_HOUR = 3_600_000n * NANOS_PER_MS;

/** The span a text names; units may stand in any order, each once. Throws `value-invalid`, with `name` naming the setting. */
export function parseDuration(text: string, name = 'duration'): CalendarDuration {
  const duration: CalendarDuration = { years: 0, months: 0, days: 0, hours: 0 };
  const seen = new Set<string>();
  for (const [, digits, unit] of text.matchAll(PARTS)) {
    duration[UNITS[unit as keyof typeof UNITS]] = Number(digits);
    if (seen.has(unit as string)) throw invalid(text, name);
    seen.add(unit as string);
  }
  if (!PATTERN.test(text)) throw invalid(text, name);
  return duration;
}

/** Whether the span has no length; such a rule keeps nothing. */
export function isZeroDuration(duration: CalendarDuration): boolean {
  return duration.years === 0 && duration.months === 0 && duration.days === 0 && duration.hours === 0;
}

/**
 * The moment one span before an RFC 3339 time, in nanoseconds since 1970. Years, months and days count in the calendar
 * of the offset the text carries; a day that the month does not have runs on into the next month (one month before
 * 31 October is 1 October), as Go's `AddDate` does.
 */
export function momentBefore(time: string, duration: CalendarDuration): bigint {
  const moment = parseTime(time);
  if (moment === undefined) throw invalid(time, 'time');
  const offset = (parseTime(`${time.slice(0, 19)}Z`) ?? moment) - (parseTime(withoutFraction(time)) ?? moment);
  const local = moment + offset;
  const date = new Date(Number(local / NANOS_PER_MS));
  const before = new Date(date);
  before.setUTCFullYear(date.getUTCFullYear() - duration.years, date.getUTCMonth() - duration.months, date.getUTCDate() - duration.days);
  const shift = BigInt(before.getTime() - date.getTime()) * NANOS_PER_MS;
  return moment + shift - BigInt(duration.hours) * NANOS_PER_HOUR;
}

function withoutFraction(time: string): string {
  return time.replace(/\.\d+/, '');
}

function invalid(value: string, name: string): LifeboatError {
  return new LifeboatError('value-invalid', { name, value, expected: '1y5m7d2h' });
}
