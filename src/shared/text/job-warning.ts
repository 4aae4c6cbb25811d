import type { WarningCode } from '../model/progress.ts';
import type { JobWarning } from '../model/run.ts';
import type { SourceWarningCode } from '../model/source-warning.ts';
import type { Language } from './language.ts';
import { warningSentence } from './sentence.ts';
import { englishSourceWarnings } from './source-warnings/en.ts';
import { sourceWarningSentence } from './source-warnings/index.ts';
import { englishWarnings } from './warnings/en.ts';

/**
 * What a warning of a job says, for a person; `source` is what its source is called. Undefined for one that stands
 * elsewhere in words of its own, such as a fact that differs after a restore.
 */
export function jobWarningSentence(
  { code, path, detail }: Omit<JobWarning, 'job'>,
  source: string,
  language: Language,
): string | undefined {
  const details = detail === undefined ? {} : { detail };
  if (isSourceWarning(code)) return sourceWarningSentence({ code, ...details }, source, language);
  return isWarning(code) ? warningSentence({ code, path, ...details }, language) : undefined;
}

function isSourceWarning(code: string): code is SourceWarningCode {
  return code in englishSourceWarnings;
}

function isWarning(code: string): code is WarningCode {
  return code in englishWarnings;
}
