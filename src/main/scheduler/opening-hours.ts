import type { IANAZone } from 'luxon';
import type { OpeningHours } from '../../shared/model/schedule.ts';
import { dayBounds, hasOpeningHours, minuteOfDay } from '../../shared/model/schedule-minutes.ts';
import { type LocalDay, localDay, momentOf, zoneOf } from './wall-clock.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Longest stretch that is counted day by day; more is as good as for ever. */
const LONGEST = 400;

/** A stretch of time in which the pharmacy is open. */
export interface OpenSpan {
  from: Date;
  to: Date;
}

/** The open spans of one day, in their order. */
export function spansOf(day: LocalDay, hours: OpeningHours, zone: IANAZone): OpenSpan[] {
  return (hours[day.weekday] ?? [])
    .map(({ from, to }) => ({ from: momentOf(day, minuteOfDay(from), zone), to: momentOf(day, minuteOfDay(to), zone) }))
    .toSorted((a, b) => a.from.getTime() - b.from.getTime());
}

export function isOpen(hours: OpeningHours, timeZone: string, moment: Date): boolean {
  if (!hasOpeningHours(hours)) return true;
  const zone = zoneOf(timeZone);
  return spansOf(localDay(moment, zone), hours, zone).some(({ from, to }) => from <= moment && moment < to);
}

/**
 * Minutes between two moments in which the pharmacy was open: a closed Sunday ages nothing. Plain minutes where no
 * opening hours are known; 0 when `to` is not after `from`.
 */
export function openMinutesBetween(hours: OpeningHours, timeZone: string, from: Date, to: Date): number {
  const plain = Math.max(0, (to.getTime() - from.getTime()) / MINUTE);
  if (plain === 0 || !hasOpeningHours(hours) || plain > (LONGEST * DAY) / MINUTE) return plain;
  const zone = zoneOf(timeZone);
  const days = Math.ceil((plain * MINUTE) / DAY) + 1;
  let open = 0;
  for (let plus = 0; plus <= days; plus++) {
    for (const span of spansOf(localDay(from, zone, plus), hours, zone)) open += overlap(span, from, to);
  }
  return open / MINUTE;
}

/** Open minutes of the longest day of the week: what "one open day" means. A whole day where no hours are known. */
export function openDayMinutes(hours: OpeningHours): number {
  if (!hasOpeningHours(hours)) return DAY / MINUTE;
  const sums = Object.values(hours).map((spans) => spans.reduce((sum, { from, to }) => sum + minuteOfDay(to) - minuteOfDay(from), 0));
  return Math.max(...sums);
}

/** When the pharmacy opens for the first time in the week that a moment lies in (Monday to Sunday); Monday 09:00 if no hours are known. */
export function firstOpeningOfWeek(hours: OpeningHours, timeZone: string, moment: Date): Date {
  const zone = zoneOf(timeZone);
  const monday = mondayOf(moment, zone);
  for (let plus = 0; plus < 7; plus++) {
    const day = localDay(moment, zone, monday + plus);
    const bounds = dayBounds(day.weekday, hours);
    if (bounds) return momentOf(day, bounds.opens, zone);
  }
  return momentOf(localDay(moment, zone, monday), 9 * 60, zone);
}

/** Days from a moment's day back to its Monday, negative. */
function mondayOf(moment: Date, zone: IANAZone): number {
  for (let plus = 0; plus > -7; plus--) if (localDay(moment, zone, plus).weekday === 'monday') return plus;
  return 0;
}

function overlap(span: OpenSpan, from: Date, to: Date): number {
  return Math.max(0, Math.min(span.to.getTime(), to.getTime()) - Math.max(span.from.getTime(), from.getTime()));
}
