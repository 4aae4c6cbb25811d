import type { ErrorCode, ErrorReport } from '../errors/index.ts';
import type { Waiting, Warning } from '../model/progress.ts';
import { englishErrors } from './errors/en.ts';
import { spanishErrors } from './errors/es.ts';
import type { ErrorSentences } from './errors/sentences.ts';
import type { Language } from './language.ts';
import { englishWarnings } from './warnings/en.ts';
import { englishWaiting } from './waiting/en.ts';
import { spanishWaiting } from './waiting/es.ts';
import type { WaitingSentences } from './waiting/sentences.ts';
import { spanishWarnings } from './warnings/es.ts';
import type { WarningSentences } from './warnings/sentences.ts';

const ERRORS: Readonly<Record<Language, ErrorSentences>> = { en: englishErrors, es: spanishErrors };
const WARNINGS: Readonly<Record<Language, WarningSentences>> = { en: englishWarnings, es: spanishWarnings };
const WAITING: Readonly<Record<Language, WaitingSentences>> = { en: englishWaiting, es: spanishWaiting };

/** What happened and what to do next, for a person. Names in it are as they are: whoever shows it makes them harmless. */
export function sentence<C extends ErrorCode>(report: ErrorReport<C>, language: Language): string {
  return ERRORS[language][report.code](report.data);
}

/** What is wrong with one entry, for a person. */
export function warningSentence(warning: Warning, language: Language): string {
  return WARNINGS[language][warning.code](warning.path, warning.detail);
}

/** Why nothing moves and until when, for a person. */
export function waitingSentence({ code, seconds }: Waiting, language: Language): string {
  const { byCode, other } = WAITING[language];
  return (byCode[code] ?? other)(seconds);
}
