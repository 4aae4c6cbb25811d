import type { WaitingSentences } from './sentences.ts';

/** Sentences about a place that is waited for, in English. */
export const englishWaiting: WaitingSentences = {
  byCode: { 'place-unreachable': (seconds) => `The place does not answer, trying again in ${seconds} s.` },
  other: (seconds) => `The place reports a failure that may pass, trying again in ${seconds} s.`,
};
