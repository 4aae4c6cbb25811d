import type { ErrorCode } from '../../errors/index.ts';

/** One language's sentences about a place that is waited for. */
export interface WaitingSentences {
  /** By what went wrong, where more can be said than that something did. */
  readonly byCode: Readonly<Partial<Record<ErrorCode, (seconds: number) => string>>>;
  readonly other: (seconds: number) => string;
}
