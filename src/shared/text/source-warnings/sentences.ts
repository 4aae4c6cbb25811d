import type { SourceWarningCode } from '../../model/source-warning.ts';

/** One language's sentences about a source that could be captured or tested, but not without a word. */
export type SourceWarningSentences = { readonly [C in SourceWarningCode]: (source: string, detail?: string) => string };
