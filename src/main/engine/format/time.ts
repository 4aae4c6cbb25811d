/**
 * Times as restic writes them: RFC 3339 with up to nine digits of a second, trailing zeros dropped (Go's RFC3339Nano).
 * In memory a precise time is a bigint of nanoseconds since 1970-01-01 UTC.
 */
const NANOS = 1_000_000_000n;
const PATTERN = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|([+-])(\d\d):(\d\d))$/;
const FIRST_SECOND = -62_167_219_200n; // 0000-01-01, the earliest year Go's JSON accepts
const LAST_SECOND = 253_402_300_799n; // 9999-12-31

/** Nanoseconds since 1970 as text; years outside 0..9999 are clamped, as restic does. */
export function formatTime(nanoseconds: bigint): string {
  let seconds = nanoseconds / NANOS;
  let fraction = Number(nanoseconds % NANOS);
  if (fraction < 0) {
    fraction += 1_000_000_000;
    seconds -= 1n;
  }
  if (seconds < FIRST_SECOND) [seconds, fraction] = [FIRST_SECOND, 0];
  if (seconds > LAST_SECOND) [seconds, fraction] = [LAST_SECOND, 0];
  const whole = secondsText(Number(seconds));
  return fraction === 0 ? `${whole}Z` : `${whole}.${String(fraction).padStart(9, '0').replace(/0+$/, '')}Z`;
}

/** The time a text names, in nanoseconds since 1970, or undefined if it is no such text. */
export function parseTime(text: string): bigint | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', , sign, offsetHours = '0', offsetMinutes = '0'] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  date.setUTCHours(Number(hour), Number(minute), Number(second));
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60 * (sign === '-' ? -1 : 1);
  return BigInt(date.getTime() / 1000 - offset) * NANOS + BigInt(fraction.padEnd(9, '0'));
}

/** A date (milliseconds) as text. */
export function formatDate(date: Date): string {
  return formatTime(BigInt(date.getTime()) * 1_000_000n);
}

let lastSecond = Number.NaN;
let lastText = '';

/** Neighbouring files share their seconds, so the last text is kept. */
function secondsText(seconds: number): string {
  if (seconds === lastSecond) return lastText;
  lastSecond = seconds;
  lastText = new Date(seconds * 1000).toISOString().slice(0, 19);
  return lastText;
}
