import type { OpeningHours, Schedule, TimeOfDay, Weekday } from './schedule.ts';

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
