import type { Language } from '../../language.ts';
import { englishMailForm } from './en.ts';
import { spanishMailForm } from './es.ts';
import type { MailFormTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, MailFormTexts>> = { en: englishMailForm, es: spanishMailForm };

/** The words of the mail server. */
export function mailFormTexts(language: Language): MailFormTexts {
  return TEXTS[language];
}
