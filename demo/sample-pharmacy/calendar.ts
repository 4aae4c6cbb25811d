/** A day as `YYYY-MM-DD`. The sample pharmacy lives in UTC, so that its files are the same everywhere. */
export type Day = string;

const dayLength = 86_400_000;

/** The moment so many seconds after the day's midnight. Throws a RangeError if `day` is no day. */
export function momentOf(day: Day, seconds: number): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight)) throw new RangeError(`not a day: ${day}`);
  return new Date(midnight + seconds * 1000);
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(momentOf(day, 0).getTime() + days * dayLength).toISOString().slice(0, 10);
}

/** Whether the pharmacy opens: every day but Sunday. */
export function isOpen(day: Day): boolean {
  return momentOf(day, 0).getUTCDay() !== 0;
}

/** The first open day after `day`. */
export function nextOpenDay(day: Day): Day {
  const next = addDays(day, 1);
  return isOpen(next) ? next : nextOpenDay(next);
}

/** The last `count` open days up to and including `last`, oldest first. */
export function openDaysUpTo(last: Day, count: number): Day[] {
  const days: Day[] = [];
  for (let day = last; days.length < count; day = addDays(day, -1)) {
    if (isOpen(day)) days.push(day);
  }
  return days.reverse();
}

/** Local time of day as `HH:MM:SS`. */
export function timeOfDay(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}
