import type { Language } from '../language.ts';
import { englishKit } from './en.ts';
import { spanishKit } from './es.ts';
import type { KitTexts } from './kit-texts.ts';

export type { KitTexts } from './kit-texts.ts';

const TEXTS: Readonly<Record<Language, KitTexts>> = { en: englishKit, es: spanishKit };

/** What a recovery kit says in a language. */
export function kitTexts(language: Language): KitTexts {
  return TEXTS[language];
}
