import type { Language } from '../../language.ts';
import { englishForm } from './en.ts';
import { spanishForm } from './es.ts';
import type { FormTexts } from './texts.ts';

export type { FieldProblem } from './texts.ts';

const TEXTS: Readonly<Record<Language, FormTexts>> = { en: englishForm, es: spanishForm };

/** The words of forms. */
export function formTexts(language: Language): FormTexts {
  return TEXTS[language];
}
