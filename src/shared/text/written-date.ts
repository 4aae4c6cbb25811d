import type { Language } from './language.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };
const DAY = { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' } as const;
const TIME = { hour: 'numeric', minute: '2-digit' } as const;
/** A date as databases write it: a day, with or without a time of day, with or without a time zone. */
const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/;
const ZONED = /(?:Z|[+-]\d\d(?::?\d\d)?)$/;

/**
 * A date that was read from data, for a person, with its year: nobody knows how old it is. One with a time zone is told by the
 * pharmacy's clock; one without is that of the clock it was written by, and stays as it is. Undefined: it is no date.
 */
export function writtenDateWords(value: string, { language, timeZone }: { language: Language; timeZone: string }): string | undefined {
  const [, day = '', time] = WRITTEN.exec(value) ?? [];
  if (day === '' || Number.isNaN(Date.parse(day))) return undefined;
  if (time === undefined) return words(`${day}T12:00:00Z`, language, { ...DAY, timeZone: 'UTC' });
  const zone = ZONED.exec(value.slice(day.length))?.[0];
  if (zone === undefined) return words(`${day}T${time}:00Z`, language, { ...DAY, ...TIME, timeZone: 'UTC' });
  // A zone may be written in hours alone, which the clocks of this page do not read.
  const moment = `${value.slice(0, -zone.length).replace(' ', 'T')}${/^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone}`;
  return Number.isNaN(Date.parse(moment)) ? undefined : words(moment, language, { ...DAY, ...TIME, timeZone });
}

function words(at: string, language: Language, how: Intl.DateTimeFormatOptions): string {
  // Which kind of space stands before AM and PM changes between versions of the language data.
  return new Intl.DateTimeFormat(LOCALES[language], how).format(new Date(at)).replaceAll(/[\u00A0\u202F]/g, ' ');
}
