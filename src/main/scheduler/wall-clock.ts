import { DateTime, IANAZone } from 'luxon';
import { LifeboatError } from '../../shared/errors/index.ts';
import { WEEKDAYS, type Weekday } from '../../shared/model/schedule.ts';

const MINUTE = 60_000;
/** Days from midnight, counted in UTC, at which a clock shows that it is not changed on a day: a zone is less than a day away. */
const AROUND_A_DAY = [-1, 0, 1, 2];

/** A day of the pharmacy's calendar. */
export interface LocalDay {
  year: number;
  month: number;
  day: number;
  weekday: Weekday;
}

/** `value-invalid` for a name that is no IANA time zone. */
export function zoneOf(timeZone: string): IANAZone {
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) throw new LifeboatError('value-invalid', { name: 'timeZone', value: timeZone, expected: 'America/Chicago' });
  return zone;
}

/** The pharmacy's day that a moment lies in, moved by some days. */
export function localDay(moment: Date, zone: IANAZone, plusDays = 0): LocalDay {
  const { year, month, day } = DateTime.fromJSDate(moment, { zone });
  // Counted in UTC, where every day exists and has 24 hours: a zone that crosses the date line skips one.
  const moved = new Date(Date.UTC(year, month - 1, day + plusDays));
  const weekday = WEEKDAYS[(moved.getUTCDay() + 6) % 7] as Weekday;
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate(), weekday };
}

/** The pharmacy's day that a moment lies in, as `YYYY-MM-DD`, and its weekday. */
export function dayOf(moment: string | Date, timeZone: string): { date: string; weekday: Weekday } {
  const { year, month, day, weekday } = localDay(new Date(moment), zoneOf(timeZone));
  return { date: dateText({ year, month, day }), weekday };
}

/** The last so many days of the pharmacy's calendar up to a moment's, newest first. */
export function lastDays(moment: Date, timeZone: string, days: number): { date: string; weekday: Weekday; from: Date }[] {
  const zone = zoneOf(timeZone);
  return Array.from({ length: days }, (_, back) => {
    const day = localDay(moment, zone, -back);
    return { date: dateText(day), weekday: day.weekday, from: momentOf(day, 0, zone) };
  });
}

/** The midnight at which a moment's day ends on the pharmacy's clock. */
export function endOfDay(moment: Date, timeZone: string): Date {
  const zone = zoneOf(timeZone);
  return momentOf(localDay(moment, zone, 1), 0, zone);
}

function dateText({ year, month, day }: Pick<LocalDay, 'year' | 'month' | 'day'>): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The moment when the pharmacy's clock shows this time on this day. A time that the clock skips (spring) is as much later
 * as the clock jumps; of a time that comes twice (autumn) the first counts.
 */
export function momentOf(day: LocalDay, minute: number, zone: IANAZone): Date {
  return momentsOn(day, [minute], zone)[0] as Date;
}

/** The same of many times of one day. */
export function momentsOn(day: LocalDay, minutes: readonly number[], zone: IANAZone): Date[] {
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  const offsets = AROUND_A_DAY.map((days) => zone.offset(midnight + days * 24 * 60 * MINUTE));
  const offset = offsets[0] as number;
  if (offsets.some((other) => other !== offset)) return minutes.map((minute) => momentAtChange(day, minute, zone));
  return minutes.map((minute) => new Date(midnight + (minute - offset) * MINUTE));
}

function momentAtChange({ year, month, day }: LocalDay, minute: number, zone: IANAZone): Date {
  const wall = { year, month, day, hour: Math.floor(minute / 60), minute: minute % 60 };
  const moments = DateTime.fromObject(wall, { zone })
    .getPossibleOffsets()
    .map((one) => one.toMillis());
  return new Date(Math.min(...moments));
}

/** What the pharmacy's clock shows, in minutes since midnight. */
export function minuteNow(moment: Date, zone: IANAZone): number {
  const { hour, minute } = DateTime.fromJSDate(moment, { zone });
  return hour * 60 + minute;
}
