import type { WaitingSentences } from './sentences.ts';

/** Sentences about a place that is waited for, in Spanish. */
export const spanishWaiting: WaitingSentences = {
  byCode: { 'place-unreachable': (seconds) => `El lugar no responde; se intentará de nuevo en ${seconds} s.` },
  other: (seconds) => `El lugar informa de un fallo que puede pasar; se intentará de nuevo en ${seconds} s.`,
};
