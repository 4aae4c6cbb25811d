import type { OpeningHoursTexts } from './texts.ts';

/** Opening hours, in English. */
export const englishOpeningHours: OpeningHoursTexts = {
  title: 'Opening hours',
  hint: 'They decide when Lifeboat works, when it leaves the internet line to you, and when silence is a reason to worry.',
  weekdays: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  short: { monday: 'Mon', tuesday: 'Tue', wednesday: 'Wed', thursday: 'Thu', friday: 'Fri', saturday: 'Sat', sunday: 'Sun' },
  closed: 'closed',
  from: (day) => `${day}: opens at`,
  to: (day) => `${day}: closes at`,
  until: 'to',
  addBreak: 'Add a break',
  removeBreak: 'Remove the break',
  sameAs: (day) => `Monday to Friday like ${day}`,
  noneOpen: 'No day is open: Lifeboat then treats the pharmacy as open around the clock.',
  endBeforeStart: 'Each time must be later than the one before.',
};
