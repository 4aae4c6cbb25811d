import type { Language } from '../../language.ts';
import { englishSourceForm } from './en.ts';
import { spanishSourceForm } from './es.ts';
import type { SourceFormTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, SourceFormTexts>> = { en: englishSourceForm, es: spanishSourceForm };

/** The words of describing something to protect. */
export function sourceFormTexts(language: Language): SourceFormTexts {
  return TEXTS[language];
}
