import type { Language } from '../../language.ts';
import { englishKitForm } from './en.ts';
import { spanishKitForm } from './es.ts';
import type { KitFormTexts } from './texts.ts';

export type { KitProblem } from './texts.ts';

const TEXTS: Readonly<Record<Language, KitFormTexts>> = { en: englishKitForm, es: spanishKitForm };

/** The words of the recovery kit on the screen. */
export function kitFormTexts(language: Language): KitFormTexts {
  return TEXTS[language];
}
