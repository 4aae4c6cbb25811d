import type { SourceWarningCode } from '../../model/source-warning.ts';
import type { Language } from '../language.ts';
import { englishSourceWarnings } from './en.ts';
import { spanishSourceWarnings } from './es.ts';
import type { SourceWarningSentences } from './sentences.ts';

const SENTENCES: Readonly<Record<Language, SourceWarningSentences>> = { en: englishSourceWarnings, es: spanishSourceWarnings };

/** What a person should know of a source that was captured or tested, and what to do about it. `source` is its name. */
export function sourceWarningSentence(
  { code, detail }: { code: SourceWarningCode; detail?: string },
  source: string,
  language: Language,
): string {
  return SENTENCES[language][code](source, detail);
}
