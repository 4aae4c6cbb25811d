import type { Language } from '../../language.ts';
import { englishPaper } from './en.ts';
import { spanishPaper } from './es.ts';
import type { PaperTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, PaperTexts>> = { en: englishPaper, es: spanishPaper };

/** Words for typing what is printed on a recovery kit. */
export function paperTexts(language: Language): PaperTexts {
  return TEXTS[language];
}
