/** A date as databases write it, with or without a time of day. */
const WRITTEN = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
/** From 1980 to 2100, as seconds and as milliseconds since 1970. */
const [FIRST, LAST] = [315_532_800, 4_102_444_800];

/** A date or nothing: text of any other form is never taken, it might be a name. */
export function writtenDate(value: unknown): string | undefined {
  if (typeof value !== 'string' || !WRITTEN.test(value)) return undefined;
  return Number.isNaN(Date.parse(value.slice(0, 10))) ? undefined : value;
}

/** Seconds or milliseconds since 1970 as RFC 3339; undefined if the number can hardly mean a date. */
export function epochDate(value: unknown): string | undefined {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number') return undefined;
  if (number >= FIRST && number <= LAST) return new Date(number * 1000).toISOString();
  return number >= FIRST * 1000 && number <= LAST * 1000 ? new Date(number).toISOString() : undefined;
}

/** Columns whose newest value says whether work goes on; dates of people's lives and of shelf lives do not. */
export function isTellingName(column: string): boolean {
  const name = column.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  return (
    /(^|_)(date|day|time|timestamp|datetime|on|at|created|updated|modified|changed|entered|filled)$/.test(name) && !isPrivateName(column)
  );
}

/** Names of columns that are left alone: a birthday is about a person, an expiry lies in the future. */
export function isPrivateName(column: string): boolean {
  return /birth|dob|death|expir|best_?before|valid/i.test(column);
}
