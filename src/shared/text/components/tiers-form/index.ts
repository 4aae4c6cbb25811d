import type { Language } from '../../language.ts';
import { englishTiersForm } from './en.ts';
import { spanishTiersForm } from './es.ts';
import type { TiersFormTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, TiersFormTexts>> = { en: englishTiersForm, es: spanishTiersForm };

/** The words of when backups run. */
export function tiersFormTexts(language: Language): TiersFormTexts {
  return TEXTS[language];
}
