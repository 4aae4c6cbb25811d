import type { WitnessFact } from '../../shared/model/witness.ts';
import type { SourceState } from './facts.ts';

/** Fewer than this many are too few to see a drop in. */
const ENOUGH = 20;
/** Less than this share of what was there before is a sharp drop: no pharmacy deletes half of its prescriptions in a week. */
const SHARP = 0.5;

/**
 * Since when nothing in a source has changed, as far as the states tell: the time of the oldest of those that are like the
 * newest. Undefined: there is nothing to compare. What is counted inside the data goes before sizes of files, which a
 * database's own housekeeping changes.
 *
 * @param states Newest first.
 */
export function lastMovedAt(states: readonly SourceState[]): string | undefined {
  const [newest] = states;
  if (!newest || newest.facts.length === 0) return undefined;
  const like = meaning(newest);
  let since = newest.time;
  for (const state of states) {
    if (meaning(state) !== like) return since;
    since = state.time;
  }
  return since;
}

/**
 * The smallest share that is left of anything that was counted, where that is a sharp drop; undefined: nothing shrank.
 * The measure is the most there was in the states, so that a drop stays visible until a person accepts it.
 */
export function shrunkTo(states: readonly SourceState[], acceptedAt?: string): number | undefined {
  const [newest] = states;
  if (!newest) return undefined;
  const valid = states.filter(({ time }) => acceptedAt === undefined || Date.parse(time) >= Date.parse(acceptedAt));
  const shares = newest.facts.flatMap((fact) => {
    if (fact.kind !== 'count') return [];
    const most = Math.max(...valid.map((state) => countIn(state, fact.subject)), 0);
    return most >= ENOUGH && fact.value < most * SHARP ? [fact.value / most] : [];
  });
  return shares.length > 0 ? Math.min(...shares) : undefined;
}

function meaning({ facts }: SourceState): string {
  const inside = facts.filter(({ subject }) => !isFileMeasure(subject));
  const told = (inside.length > 0 ? inside : facts).map(({ subject, value }) => [subject, value ?? null] as const);
  return JSON.stringify(told.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** `files`, `bytes`, also of one root (`bytes:...`) or one part of a group (`scans/bytes`). */
export function isFileMeasure(subject: string): boolean {
  return /(^|\/)(files|bytes)(:|$)/.test(subject);
}

function countIn({ facts }: SourceState, subject: string): number {
  const fact: WitnessFact | undefined = facts.find((one) => one.kind === 'count' && one.subject === subject);
  return fact?.kind === 'count' ? fact.value : 0;
}
