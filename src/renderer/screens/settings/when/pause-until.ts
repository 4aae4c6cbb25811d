import { inAnHour, tomorrow } from '../../../../shared/model/pause-until.ts';

const HOURS = 4 * 60 * 60 * 1000;

/** How long somebody pauses. `tomorrow`: until the pharmacy's midnight; `moment`: until a moment that they name. */
export const PAUSES = ['hour', 'hours', 'tomorrow', 'moment'] as const;
export type PauseLength = (typeof PAUSES)[number];

/** Until when, RFC 3339; undefined: the moment that was named is none, or is over. `named` is on the clock of this PC: `2026-11-29T14:10`. */
export function pausedUntil(length: PauseLength, now: Date, timeZone: string, named: string): string | undefined {
  if (length === 'hour') return inAnHour(now);
  if (length === 'hours') return new Date(now.getTime() + HOURS).toISOString();
  if (length === 'tomorrow') return tomorrow(now, timeZone);
  const moment = new Date(named);
  return Number.isNaN(moment.getTime()) || moment <= now ? undefined : moment.toISOString();
}
