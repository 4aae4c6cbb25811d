import type { Language } from '../../language.ts';
import { englishPlaceForm } from './en.ts';
import { spanishPlaceForm } from './es.ts';
import type { PlaceFormTexts } from './texts.ts';

export type { RecipeStep } from './texts.ts';

const TEXTS: Readonly<Record<Language, PlaceFormTexts>> = { en: englishPlaceForm, es: spanishPlaceForm };

/** The words of a place that keeps copies. */
export function placeFormTexts(language: Language): PlaceFormTexts {
  return TEXTS[language];
}
