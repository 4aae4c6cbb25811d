/** How long failures are put up with, in milliseconds. */
export interface Patience {
  /** For one request, once the place has answered: long enough for a router that starts again. */
  answered: number;
  /** While the place never answered: a dead address is told at once to whoever waits. */
  unanswered: number;
  /** Tries that a request gets however long each takes, once the place has answered. */
  leastTries: number;
  firstPause: number;
  longestPause: number;
}

export const PATIENCE: Patience = {
  answered: 10 * 60 * 1000,
  unanswered: 3000,
  leastTries: 4,
  firstPause: 500,
  longestPause: 30_000,
};

/** The pause after so many tries: twice the one before, up to the longest, of which a random part is cut off (`random` from 0 up to 1). */
export function nextPause({ firstPause, longestPause }: Patience, tries: number, random: number): number {
  const whole = Math.min(longestPause, firstPause * 2 ** Math.min(tries - 1, 20));
  return Math.round(whole * (0.5 + random / 2));
}
