import type { Settings } from '../../shared/model/installation.ts';
import type { Pharmacy } from '../../shared/model/pharmacy.ts';
import { minuteOfDay } from '../../shared/model/schedule-minutes.ts';
import { isOpen } from './opening-hours.ts';
import { minuteNow, zoneOf } from './wall-clock.ts';

/** Bytes per second that uploads may take now; undefined: all there is. */
export function allowedBandwidth(
  { bandwidth }: Pick<Settings, 'bandwidth'>,
  { openingHours, timeZone }: Pick<Pharmacy, 'openingHours' | 'timeZone'>,
  now: Date,
): number | undefined {
  return isOpen(openingHours, timeZone, now) ? bandwidth.whileOpen : bandwidth.whileClosed;
}

/** Whether nothing may be sent off-site now. A stretch that ends before it begins goes over midnight; one of no length is none. */
export function isQuiet({ quietHours }: Pick<Settings, 'quietHours'>, timeZone: string, now: Date): boolean {
  const minute = minuteNow(now, zoneOf(timeZone));
  return quietHours.some(({ from, to }) => {
    const [begin, end] = [minuteOfDay(from), minuteOfDay(to)];
    return begin <= end ? begin <= minute && minute < end : minute >= begin || minute < end;
  });
}
