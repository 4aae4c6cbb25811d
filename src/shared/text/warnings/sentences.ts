import type { WarningCode } from '../../model/progress.ts';

/** One language's sentences about single entries. `detail` is a system reason or what else helps, untranslated. */
export type WarningSentences = { readonly [C in WarningCode]: (path: string, detail?: string) => string };
