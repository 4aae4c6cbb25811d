import type { Language } from '../../language.ts';
import { englishRestore } from './en.ts';
import { spanishRestore } from './es.ts';
import type { RestoreTexts } from './texts.ts';

export type { RestoreTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, RestoreTexts>> = { en: englishRestore, es: spanishRestore };

/** The words of the restore wizard. */
export function restoreTexts(language: Language): RestoreTexts {
  return TEXTS[language];
}
