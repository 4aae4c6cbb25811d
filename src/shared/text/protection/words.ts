import type { Language } from '../language.ts';

/** Seconds below which they are counted. */
const SHORT = 59.5;
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };
/** Yesterday, today, tomorrow. */
const NEAR: Readonly<Record<Language, readonly string[]>> = { en: ['yesterday', 'today', 'tomorrow'], es: ['ayer', 'hoy', 'mañana'] };
/** In milliseconds. */
const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;
/** From here on a length of time is told in whole hours, and in whole days. */
const WHOLE_HOURS = 10 * HOUR;
const WHOLE_DAYS = 3 * DAY;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A moment as the pharmacy's clock and calendar show it, such as `Tue, Nov 24, 6:05 PM`. */
export function momentWords(at: string, language: Language, timeZone: string): string {
  const key = `${language} ${timeZone}`;
  const known = formatters.get(key) ?? makeFormatter(language, timeZone);
  formatters.set(key, known);
  // Which kind of space stands before AM and PM changes between versions of the language data.
  return known.format(new Date(at)).replaceAll(/[\u00A0\u202F]/g, ' ');
}

/** A moment near now, such as `today, 6:05 AM` or `tomorrow, 6:05 AM`; further away with its day and month. */
export function nearMomentWords(at: string, now: Date, language: Language, timeZone: string): string {
  const [day, today] = [dayNumber(new Date(at), timeZone), dayNumber(now, timeZone)];
  const near = NEAR[language][day - today + 1];
  if (near === undefined) return momentWords(at, language, timeZone);
  const time = new Intl.DateTimeFormat(LOCALES[language], { timeZone, hour: 'numeric', minute: '2-digit' }).format(new Date(at));
  return `${near}, ${time.replaceAll(/[\u00A0\u202F]/g, ' ')}`;
}

/** How long ago a moment was, such as `2 h 10 min`; a moment that lies ahead is now. */
export function ageWords(at: string, now: Date, language: Language): string {
  return minutesWords(Math.max(1, (now.getTime() - Date.parse(at)) / MINUTE), language);
}

/** A day without its time, such as `Nov 24`. */
export function dayWords(at: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone, month: 'short', day: 'numeric' }).format(new Date(at));
}

/** A day of a calendar, `YYYY-MM-DD`, such as `Tue, Nov 24`. */
export function calendarDayWords(date: string, language: Language): string {
  const noon = new Date(`${date}T12:00:00Z`);
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', weekday: 'short', month: 'short', day: 'numeric' }).format(noon);
}

/** A length of time for a person: `40 min`, `2 h 10 min`, `26 h`, `5 days`. */
export function minutesWords(minutes: number, language: Language): string {
  const whole = Math.max(1, Math.round(minutes));
  if (whole >= WHOLE_DAYS) return daysWords(Math.round(whole / DAY), language);
  if (whole < HOUR) return `${whole} min`;
  const [hours, rest] = whole >= WHOLE_HOURS ? [Math.round(whole / HOUR), 0] : [Math.floor(whole / HOUR), whole % HOUR];
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** How long something took, for a person: `2 s`, `40 min`, `2 h 10 min`. */
export function lengthWords(seconds: number, language: Language): string {
  return seconds < SHORT ? `${Math.max(1, Math.round(seconds))} s` : minutesWords(seconds / 60, language);
}

export function daysWords(days: number, language: Language): string {
  const words = language === 'en' ? (['day', 'days'] as const) : (['día', 'días'] as const);
  return `${days} ${days === 1 ? words[0] : words[1]}`;
}

/** Days of a calendar, counted, so that two can be compared. */
function dayNumber(date: Date, timeZone: string): number {
  const [year, month, day] = new Intl.DateTimeFormat('en-CA', { timeZone }).format(date).split('-').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / (DAY * MINUTE);
}

function makeFormatter(language: Language, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
}
