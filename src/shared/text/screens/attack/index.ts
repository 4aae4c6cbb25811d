import type { Language } from '../../language.ts';
import { englishAttack } from './en.ts';
import { spanishAttack } from './es.ts';
import type { AttackTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, AttackTexts>> = { en: englishAttack, es: spanishAttack };

/** The words of "I think we are being attacked". */
export function attackTexts(language: Language): AttackTexts {
  return TEXTS[language];
}
