const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** How long somebody pauses. `tomorrow`: until the pharmacy's midnight; `moment`: until a moment that they name. */
export const PAUSES = ['hour', 'hours', 'tomorrow', 'moment'] as const;
export type PauseLength = (typeof PAUSES)[number];

/** Until when, RFC 3339; undefined: the moment that was named is none, or is over. `named` is on the clock of this PC: `2026-11-29T14:10`. */
export function pausedUntil(length: PauseLength, now: Date, timeZone: string, named: string): string | undefined {
  if (length === 'hour') return new Date(now.getTime() + HOUR).toISOString();
  if (length === 'hours') return new Date(now.getTime() + 4 * HOUR).toISOString();
  if (length === 'tomorrow') return midnightAfter(now, timeZone).toISOString();
  const moment = new Date(named);
  return Number.isNaN(moment.getTime()) || moment <= now ? undefined : moment.toISOString();
}

/** When the next day of the calendar begins in a time zone; a day with a change of the clocks has another length. */
function midnightAfter(now: Date, timeZone: string): Date {
  const guess = new Date(now.getTime() + DAY - sinceMidnight(now, timeZone));
  const over = sinceMidnight(guess, timeZone);
  return new Date(guess.getTime() + (over > DAY / 2 ? DAY - over : -over));
}

function sinceMidnight(at: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' });
  const part = (name: string): number => Number(format.formatToParts(at).find(({ type }) => type === name)?.value ?? 0);
  return part('hour') * HOUR + part('minute') * 60_000 + part('second') * 1000 + at.getMilliseconds();
}
