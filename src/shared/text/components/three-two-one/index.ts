import type { Language } from '../../language.ts';
import { englishThreeTwoOne } from './en.ts';
import { spanishThreeTwoOne } from './es.ts';
import type { ThreeTwoOneTexts } from './texts.ts';

export type { RuleWords } from './texts.ts';

const TEXTS: Readonly<Record<Language, ThreeTwoOneTexts>> = { en: englishThreeTwoOne, es: spanishThreeTwoOne };

/** The words of the 3-2-1 picture. */
export function threeTwoOneTexts(language: Language): ThreeTwoOneTexts {
  return TEXTS[language];
}
