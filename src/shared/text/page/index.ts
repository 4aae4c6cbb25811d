import type { Language } from '../language.ts';
import { englishPage } from './en.ts';
import { spanishPage } from './es.ts';
import type { PageTexts } from './texts.ts';

export type { AreaName } from './texts.ts';

const TEXTS: Readonly<Record<Language, PageTexts>> = { en: englishPage, es: spanishPage };

/** The words of the page around all screens. */
export function pageTexts(language: Language): PageTexts {
  return TEXTS[language];
}
