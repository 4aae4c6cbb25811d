import type { Language } from '../../../language.ts';
import { englishSetupWhat } from './en.ts';
import { spanishSetupWhat } from './es.ts';
import type { SetupWhatTexts } from './texts.ts';

export { FORGOTTEN, type Forgotten } from './texts.ts';

const TEXTS: Readonly<Record<Language, SetupWhatTexts>> = { en: englishSetupWhat, es: spanishSetupWhat };

/** The words of the step that says what to protect. */
export function setupWhatTexts(language: Language): SetupWhatTexts {
  return TEXTS[language];
}
