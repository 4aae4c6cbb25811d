import type { Language } from '../../language.ts';
import { englishPeopleForm } from './en.ts';
import { spanishPeopleForm } from './es.ts';
import type { PeopleFormTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, PeopleFormTexts>> = { en: englishPeopleForm, es: spanishPeopleForm };

/** The words of people. */
export function peopleFormTexts(language: Language): PeopleFormTexts {
  return TEXTS[language];
}
