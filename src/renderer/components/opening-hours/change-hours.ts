import type { OpeningHours, Weekday } from '../../../shared/model/schedule.ts';
import { minuteOfDay } from '../../../shared/model/schedule-minutes.ts';

export type Span = NonNullable<OpeningHours[Weekday]>[number];

const USUAL: Span = { from: '09:00', to: '18:00' };
const WORKING_DAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const BREAK_LENGTH = 60;

/** What most pharmacies have, for somebody who has typed nothing yet. */
export const USUAL_HOURS: OpeningHours = {
  ...Object.fromEntries(WORKING_DAYS.map((day) => [day, [USUAL]])),
  saturday: [{ from: '09:00', to: '13:00' }],
};

export function setOpen(hours: OpeningHours, day: Weekday, isOpen: boolean): OpeningHours {
  const { [day]: _before, ...others } = hours;
  return isOpen ? { ...others, [day]: [USUAL] } : others;
}

export function setTime(hours: OpeningHours, day: Weekday, at: number, change: Partial<Span>): OpeningHours {
  return { ...hours, [day]: (hours[day] ?? []).map((span, index) => (index === at ? { ...span, ...change } : span)) };
}

/** A break of an hour in the middle of the day's only span. */
export function addBreak(hours: OpeningHours, day: Weekday): OpeningHours {
  const [span] = hours[day] ?? [];
  if (span === undefined) return hours;
  const middle = Math.round((minuteOfDay(span.from) + minuteOfDay(span.to)) / 2 / 30) * 30;
  const [from, to] = [timeOf(middle - BREAK_LENGTH / 2), timeOf(middle + BREAK_LENGTH / 2)];
  return {
    ...hours,
    [day]: [
      { from: span.from, to: from },
      { from: to, to: span.to },
    ],
  };
}

/** One span from the first opening to the last closing. */
export function removeBreak(hours: OpeningHours, day: Weekday): OpeningHours {
  const spans = hours[day] ?? [];
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? { ...hours, [day]: [{ from: first.from, to: last.to }] } : hours;
}

/** Gives Monday to Friday the hours of one of them. */
export function likeDay(hours: OpeningHours, day: Weekday): OpeningHours {
  const spans = hours[day] ?? [];
  return { ...hours, ...Object.fromEntries(WORKING_DAYS.map((one) => [one, spans.map((span) => ({ ...span }))])) };
}

/** Whether each time of a day is later than the one before. */
export function isInOrder(spans: readonly Span[]): boolean {
  const times = spans.flatMap(({ from, to }) => [from, to]);
  return times.every((time, at) => time !== '' && (at === 0 || time > (times[at - 1] ?? '')));
}

/** Whether everything typed can be used. */
export function hoursAreSound(hours: OpeningHours): boolean {
  return Object.values(hours).every(isInOrder);
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
