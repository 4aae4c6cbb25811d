import { CLOCK_JUMPED_AT, CLOCK_TRUSTED } from '../scheduler/index.ts';

/** The flags of the store that facts are read from. */
export const FACT_FLAGS = {
  clockTrusted: CLOCK_TRUSTED,
  clockJumpedAt: CLOCK_JUMPED_AT,
  /** How many things detection found that nobody protects and nobody set aside. */
  unprotected: 'unprotected-found',
  /** When the self-check failed; removed when it passes. */
  selfCheckFailedAt: 'self-check-failed-at',
  /** When the store was made anew; removed when a person has seen it. */
  storeRebuiltAt: 'store-rebuilt-at',
  /** With a repository's key: when another installation was seen writing there. */
  otherWriterAt: (repository: string): string => `other-writer-at:${repository}`,
  /** With a source: until when a person expects that it changes. */
  changeExpectedUntil: (source: string): string => `change-expected-until:${source}`,
  /** With a source: since when a person accepts that less is in it. */
  shrinkAcceptedAt: (source: string): string => `shrink-accepted-at:${source}`,
} as const;
