import type { Witness, WitnessFact } from '../../../shared/model/witness.ts';

/**
 * Two looks, one before and one after the moment of the data, as one witness: what was the same in both is exact, everything
 * else lies between them. A fact that only one look has, or that changed its kind, says nothing and is left out.
 */
export function bracket(
  before: readonly WitnessFact[],
  after: readonly WitnessFact[],
  about: Pick<Witness, 'takenAt' | 'environment'>,
): Witness {
  const later = new Map(after.map((fact) => [fact.subject, fact]));
  const pairs = before.flatMap((low) => {
    const high = later.get(low.subject);
    return high?.kind === low.kind ? [{ low, high }] : [];
  });
  const isExact = pairs.every(({ low, high }) => low.value === high.value);
  return { ...about, facts: pairs.map(({ low }) => low), isExact, atMost: isExact ? [] : pairs.map(({ high }) => high) };
}
