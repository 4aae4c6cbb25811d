import type { Language } from '../../language.ts';
import { englishLost } from './en.ts';
import { spanishLost } from './es.ts';
import type { LostTexts } from './texts.ts';

export type { LostTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, LostTexts>> = { en: englishLost, es: spanishLost };

/** The words of the screen for what is lost or stolen. */
export function lostTexts(language: Language): LostTexts {
  return TEXTS[language];
}
