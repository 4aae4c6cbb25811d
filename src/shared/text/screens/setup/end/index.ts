import type { Language } from '../../../language.ts';
import { englishSetupEnd } from './en.ts';
import { spanishSetupEnd } from './es.ts';
import type { SetupEndTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, SetupEndTexts>> = { en: englishSetupEnd, es: spanishSetupEnd };

/** The words of the last steps of the guided set-up. */
export function setupEndTexts(language: Language): SetupEndTexts {
  return TEXTS[language];
}
