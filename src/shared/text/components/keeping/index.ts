import type { Language } from '../../language.ts';
import { englishKeeping } from './en.ts';
import { spanishKeeping } from './es.ts';
import type { KeepingTexts } from './texts.ts';

export type { KeepingTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, KeepingTexts>> = { en: englishKeeping, es: spanishKeeping };

/** Words for restore points that somebody keeps. */
export function keepingTexts(language: Language): KeepingTexts {
  return TEXTS[language];
}
