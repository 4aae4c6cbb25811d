import type { Language } from '../../language.ts';
import { englishHome } from './en.ts';
import { spanishHome } from './es.ts';
import type { HomeTexts } from './texts.ts';

export type { HomeTexts, StepLabel } from './texts.ts';

const TEXTS: Readonly<Record<Language, HomeTexts>> = { en: englishHome, es: spanishHome };

/** The words of Home. */
export function homeTexts(language: Language): HomeTexts {
  return TEXTS[language];
}
