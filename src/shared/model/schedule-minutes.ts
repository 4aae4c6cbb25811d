import { type OpeningHours, type Schedule, type TimeOfDay, type Weekday, WEEKDAYS } from './schedule.ts';

const MINUTES_A_DAY = 24 * 60;

/** Minutes since midnight. */
export function minuteOfDay(time: TimeOfDay): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Whether any open time is known at all. Without it a pharmacy counts as always open. */
export function hasOpeningHours(hours: OpeningHours): boolean {
  return Object.values(hours).some((spans) => spans.length > 0);
}

/** Opening and closing of a day, minutes on the pharmacy's clock; undefined: closed. */
export function dayBounds(weekday: Weekday, hours: OpeningHours): { opens: number; closes: number } | undefined {
  const spans = hours[weekday] ?? [];
  if (spans.length === 0) return undefined;
  return { opens: Math.min(...spans.map(({ from }) => minuteOfDay(from))), closes: Math.max(...spans.map(({ to }) => minuteOfDay(to))) };
}

/** The minutes of a day's wall clock at which a schedule is due. */
export function minutesOf(schedule: Schedule, hours: OpeningHours, weekday: Weekday): number[] {
  if (schedule.kind === 'at') return schedule.days?.includes(weekday) === false ? [] : schedule.times.map(minuteOfDay);
  // A pharmacy of which no opening hours are known must not stay without backups.
  if (schedule.during === 'always' || !hasOpeningHours(hours)) return multiples(0, MINUTES_A_DAY - 1, schedule.minutes);
  const bounds = dayBounds(weekday, hours);
  if (!bounds) return [];
  const isServed = (minute: number): boolean =>
    hours[weekday]?.some(({ from, to }) => minuteOfDay(from) <= minute && minute <= minuteOfDay(to)) ?? false;
  const { opens, closes } = bounds;
  return [...multiples(opens + schedule.minutes, closes - 1, schedule.minutes).filter(isServed), closes];
}

function multiples(from: number, to: number, step: number): number[] {
  const count = Math.max(0, Math.floor((to - from) / step) + 1);
  return Array.from({ length: count }, (_, at) => from + at * step);
}

/**
 * The longest time between two backups in a week, in minutes of open time: what happens while the pharmacy is closed does not
 * count. Plain time where no opening hours are known.
 */
export function longestGap(schedule: Schedule, hours: OpeningHours): number {
  const due = WEEKDAYS.flatMap((day, at) => minutesOf(schedule, hours, day).map((minute) => at * MINUTES_A_DAY + minute));
  const sorted = [...new Set(due)].toSorted((a, b) => a - b);
  const first = sorted[0];
  if (first === undefined) return Number.POSITIVE_INFINITY;
  const week = WEEKDAYS.length * MINUTES_A_DAY;
  const gaps = sorted.map((from, at) => {
    const to = sorted[at + 1] ?? first + week;
    return openMinutes(from, Math.min(to, week), hours) + openMinutes(0, Math.max(0, to - week), hours);
  });
  return Math.max(...gaps);
}

/** Minutes of open time between two minutes of one week. */
function openMinutes(from: number, to: number, hours: OpeningHours): number {
  if (!hasOpeningHours(hours)) return Math.max(0, to - from);
  const spans = WEEKDAYS.flatMap((day, at) =>
    (hours[day] ?? []).map((span) => [at * MINUTES_A_DAY + minuteOfDay(span.from), at * MINUTES_A_DAY + minuteOfDay(span.to)] as const),
  );
  return spans.reduce((sum, [opens, closes]) => sum + Math.max(0, Math.min(to, closes) - Math.max(from, opens)), 0);
}
