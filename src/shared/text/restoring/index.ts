import type { WishedWay } from '../../model/restore.ts';
import type { Language } from '../language.ts';
import { englishRestoring } from './en.ts';
import { spanishRestoring } from './es.ts';
import type { PlanWords, RestoringTexts } from './texts.ts';

export type { PlanWords } from './texts.ts';

const TEXTS: Readonly<Record<Language, RestoringTexts>> = { en: englishRestoring, es: spanishRestoring };

/** Words for a restore: what it will do, how it goes, what it did. */
export function restoringTexts(language: Language): RestoringTexts {
  return TEXTS[language];
}

/** What will be done, in one sentence. `replaces`: something is at its old place now. */
export function planSentence(words: PlanWords, to: WishedWay, replaces: boolean, language: Language): string {
  const texts = TEXTS[language];
  if (to.way === 'beside') return texts.beside(words);
  if (to.way === 'folder') return texts.folder(words, to.path);
  if (to.way === 'new-database') return texts.newDatabase(words, to.name);
  return replaces ? texts.inPlaceReplacing(words) : texts.inPlaceEmpty(words);
}
