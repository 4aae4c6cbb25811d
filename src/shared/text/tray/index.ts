import type { Language } from '../language.ts';
import { englishTray } from './en.ts';
import { spanishTray } from './es.ts';
import type { TrayTexts } from './texts.ts';

export type { Note, TrayTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, TrayTexts>> = { en: englishTray, es: spanishTray };

/** The words of the icon beside the clock. */
export function trayTexts(language: Language): TrayTexts {
  return TEXTS[language];
}
