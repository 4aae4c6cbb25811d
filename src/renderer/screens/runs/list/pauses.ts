const HOUR = 60 * 60 * 1000;

/** RFC 3339. */
export function inAnHour(now: Date): string {
  return new Date(now.getTime() + HOUR).toISOString();
}

/** The pharmacy's next midnight, RFC 3339; on the day of a clock change an hour beside it. */
export function tomorrow(now: Date, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  const parts = Object.fromEntries(clock.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  const { hour = 0, minute = 0, second = 0 } = parts;
  return new Date(now.getTime() - now.getMilliseconds() + (24 - hour) * HOUR - (minute * 60 + second) * 1000).toISOString();
}
