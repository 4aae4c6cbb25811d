const HOUR = 60 * 60 * 1000;

/** Moments that a frightened person can name. */
export type Since = 'now' | 'today' | 'yesterday' | 'week';

/** Hours back from now: rather too early than too late. */
const HOURS_BACK: Readonly<Record<Since, number>> = { now: 1, today: 12, yesterday: 36, week: 24 * 8 };

/** The moment from which on copies are not trusted, RFC 3339. */
export function momentOf(since: Since, now: Date): string {
  return new Date(now.getTime() - HOURS_BACK[since] * HOUR).toISOString();
}
