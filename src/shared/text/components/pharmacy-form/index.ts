import type { Language } from '../../language.ts';
import { englishPharmacyForm } from './en.ts';
import { spanishPharmacyForm } from './es.ts';
import type { PharmacyFormTexts } from './texts.ts';

export { USUAL_ZONES } from './texts.ts';

const TEXTS: Readonly<Record<Language, PharmacyFormTexts>> = { en: englishPharmacyForm, es: spanishPharmacyForm };

/** The words of where a pharmacy is and what it speaks. */
export function pharmacyFormTexts(language: Language): PharmacyFormTexts {
  return TEXTS[language];
}
