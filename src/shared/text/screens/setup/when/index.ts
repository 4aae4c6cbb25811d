import type { Language } from '../../../language.ts';
import { englishSetupWhen } from './en.ts';
import { spanishSetupWhen } from './es.ts';
import type { SetupWhenTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, SetupWhenTexts>> = { en: englishSetupWhen, es: spanishSetupWhen };

/** The words of the step that says when. */
export function setupWhenTexts(language: Language): SetupWhenTexts {
  return TEXTS[language];
}
