import type { Language } from '../../../language.ts';
import { englishSetupWhere } from './en.ts';
import { spanishSetupWhere } from './es.ts';
import type { SetupWhereTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, SetupWhereTexts>> = { en: englishSetupWhere, es: spanishSetupWhere };

/** The words of the step that says where copies go. */
export function setupWhereTexts(language: Language): SetupWhereTexts {
  return TEXTS[language];
}
