import type { Weekday } from '../../../model/schedule.ts';

/** One language's words of opening hours. */
export interface OpeningHoursTexts {
  title: string;
  hint: string;
  weekdays: Readonly<Record<Weekday, string>>;
  /** Three or four letters, for narrow columns. */
  short: Readonly<Record<Weekday, string>>;
  closed: string;
  from: (day: string) => string;
  to: (day: string) => string;
  until: string;
  addBreak: string;
  removeBreak: string;
  /** The button that gives every weekday the first one's hours. */
  sameAs: (day: string) => string;
  noneOpen: string;
  endBeforeStart: string;
}
