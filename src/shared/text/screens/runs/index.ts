import type { Language } from '../../language.ts';
import { englishRunsScreen } from './en.ts';
import { spanishRunsScreen } from './es.ts';
import type { RunsTexts } from './texts.ts';

export type { RunFilterKind, RunFilterOutcome, RunsTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, RunsTexts>> = { en: englishRunsScreen, es: spanishRunsScreen };

/** The words of Backups. */
export function runsTexts(language: Language): RunsTexts {
  return TEXTS[language];
}
