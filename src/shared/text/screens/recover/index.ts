import type { Language } from '../../language.ts';
import { englishRecover } from './en.ts';
import { spanishRecover } from './es.ts';
import type { RecoverTexts } from './texts.ts';

export type { RecoverTexts, RecoverTrouble } from './texts.ts';

const TEXTS: Readonly<Record<Language, RecoverTexts>> = { en: englishRecover, es: spanishRecover };

/** The words of recovering on a blank PC. */
export function recoverTexts(language: Language): RecoverTexts {
  return TEXTS[language];
}
