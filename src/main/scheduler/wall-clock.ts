import { DateTime, IANAZone } from 'luxon';
import { LifeboatError } from '../../shared/errors/index.ts';
import { WEEKDAYS, type Weekday } from '../../shared/model/schedule.ts';

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
  const moved = DateTime.utc(year, month, day).plus({ days: plusDays });
  return { year: moved.year, month: moved.month, day: moved.day, weekday: WEEKDAYS[moved.weekday - 1] as Weekday };
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
export function momentOf({ year, month, day }: LocalDay, minute: number, zone: IANAZone): Date {
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
