const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** The end of a pause of an hour, RFC 3339. */
export function inAnHour(now: Date): string {
  return new Date(now.getTime() + HOUR).toISOString();
}

/**
 * The end of a pause until tomorrow, RFC 3339: when the next day of the calendar begins in a time zone, so that what is due in
 * the night runs. A day on which the clocks change has another length.
 */
export function tomorrow(now: Date, timeZone: string | undefined): string {
  const guess = new Date(now.getTime() + DAY - sinceMidnight(now, timeZone));
  const over = sinceMidnight(guess, timeZone);
  return new Date(guess.getTime() + (over > DAY / 2 ? DAY - over : -over)).toISOString();
}

/** Milliseconds by the clock on the wall. */
function sinceMidnight(at: Date, timeZone: string | undefined): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' });
  const parts = format.formatToParts(at);
  const part = (name: string): number => Number(parts.find(({ type }) => type === name)?.value ?? 0);
  return part('hour') * HOUR + part('minute') * 60_000 + part('second') * 1000 + at.getMilliseconds();
}
