import type { Language } from '../../../language.ts';
import { englishSetupFrame } from './en.ts';
import { spanishSetupFrame } from './es.ts';
import type { SetupFrameTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, SetupFrameTexts>> = { en: englishSetupFrame, es: spanishSetupFrame };

/** The words of the guided set-up around its steps. */
export function setupFrameTexts(language: Language): SetupFrameTexts {
  return TEXTS[language];
}
