import type { Language } from '../../language.ts';
import { englishOpeningHours } from './en.ts';
import { spanishOpeningHours } from './es.ts';
import type { OpeningHoursTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, OpeningHoursTexts>> = { en: englishOpeningHours, es: spanishOpeningHours };

/** The words of opening hours. */
export function openingHoursTexts(language: Language): OpeningHoursTexts {
  return TEXTS[language];
}
