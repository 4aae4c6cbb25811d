const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes of work that may be lost, to choose from. */
export const LOSSES: readonly number[] = [1, 2, 3, 4, 6, 8, 12].map((hours) => hours * HOUR).concat(DAY, 2 * DAY, 3 * DAY, 7 * DAY);
/** Minutes until a tier is to be working again. */
export const RETURNS: readonly number[] = [1, 2, 4, 8, 12].map((hours) => hours * HOUR).concat([1, 2, 3, 7].map((days) => days * DAY));
/** Days between two trial restores. */
export const PROOF_DAYS: readonly number[] = [1, 3, 7, 14, 30, 60, 90, 180];

/** What can be chosen, with what is set now in its place among it. */
export function withNow(choices: readonly number[], now: number): number[] {
  return [...new Set([...choices, now])].toSorted((a, b) => a - b);
}
