import type { ErrorCode, ErrorData } from '../../errors/index.ts';

/** One language's sentences; the compiler asks for every code. */
export type ErrorSentences = { readonly [C in ErrorCode]: (data: ErrorData[C]) => string };
