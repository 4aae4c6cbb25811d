import type { IANAZone } from 'luxon';
import type { OpeningHours, Schedule } from '../../shared/model/schedule.ts';
import { minutesOf } from '../../shared/model/schedule-minutes.ts';
import { type LocalDay, localDay, momentsOn, zoneOf } from './wall-clock.ts';

/** Days looked at on either side: a weekly pattern has its next slot within seven, and a skipped day may push it one further. */
const REACH = 9;

/** The pharmacy's wall clock that schedules are read on. */
export interface WallClock {
  openingHours: OpeningHours;
  /** IANA name. */
  timeZone: string;
}

/**
 * The first moment after `after` at which a schedule is due. Right across both changes of the clock: a skipped time is due
 * once, as much later as the clock jumps; a repeated one is due the first time only; no day is left out.
 */
export function nextDueAt(schedule: Schedule, { openingHours, timeZone }: WallClock, after: Date): Date {
  const zone = zoneOf(timeZone);
  for (let plus = -1; plus <= REACH; plus++) {
    const next = momentsOf(schedule, openingHours, localDay(after, zone, plus), zone).find((moment) => moment > after);
    if (next) return earliest(next, momentsOf(schedule, openingHours, localDay(after, zone, plus + 1), zone), after);
  }
  throw new RangeError('a schedule without any moment');
}

/** The last moment at or before `at` at which a schedule was due. */
export function lastDueAt(schedule: Schedule, { openingHours, timeZone }: WallClock, at: Date): Date {
  const zone = zoneOf(timeZone);
  for (let minus = -1; minus <= REACH; minus++) {
    const last = momentsOf(schedule, openingHours, localDay(at, zone, -minus), zone).findLast((moment) => moment <= at);
    if (last) return last;
  }
  throw new RangeError('a schedule without any moment');
}

/** A day that the zone skips has its moments pushed into the next one, where they may come after others. */
function earliest(next: Date, nextDay: readonly Date[], after: Date): Date {
  const other = nextDay.find((moment) => moment > after);
  return other && other < next ? other : next;
}

/** The moments of one day, in order, each once. */
function momentsOf(schedule: Schedule, hours: OpeningHours, day: LocalDay, zone: IANAZone): Date[] {
  const moments = new Set(momentsOn(day, minutesOf(schedule, hours, day.weekday), zone).map((moment) => moment.getTime()));
  return [...moments].toSorted((a, b) => a - b).map((moment) => new Date(moment));
}
