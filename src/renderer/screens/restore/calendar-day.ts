import type { Language } from '../../../shared/text/index.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

/** A day of the calendar, such as `Tue, Nov 24`; `date` is `YYYY-MM-DD`. */
export function calendarDay(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', weekday: 'short', month: 'short', day: 'numeric' });
  return format.format(new Date(`${date}T12:00:00Z`));
}
