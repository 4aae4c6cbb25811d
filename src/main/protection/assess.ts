import { type Protection, type ProtectionState, type Reason, REASON_CODES } from '../../shared/model/protection.ts';
import { assessCoverage, assessThreeTwoOne } from './coverage.ts';
import { assessDisasters } from './disasters.ts';
import type { ProtectionFacts } from './facts.ts';
import { Judged } from './judged.ts';
import { reasonsOfApp } from './reasons-of-app.ts';
import { reasonsOfCopies } from './reasons-of-copies.ts';
import { reasonsOfPlace } from './reasons-of-places.ts';
import { reasonsOfSource } from './reasons-of-sources.ts';
import { spaceOf } from './space.ts';

const SEVERITIES: readonly Reason['severity'][] = ['red', 'amber', 'hint'];

/**
 * Is this pharmacy protected now? Everything follows from the facts; docs/protection.md has the rules as a table that the
 * tests execute.
 */
export function assessProtection(facts: ProtectionFacts): Protection {
  const judged = new Judged(facts);
  const reasons = [
    ...reasonsOfApp(judged),
    ...facts.sources.flatMap((source) => [...reasonsOfSource(judged, source), ...reasonsOfCopies(judged, source)]),
    ...facts.places.flatMap((place) => reasonsOfPlace(judged, place)),
  ].toSorted((a, b) => rank(a) - rank(b));
  return {
    at: facts.now,
    state: stateOf(reasons),
    reasons,
    disasters: assessDisasters(judged),
    coverage: assessCoverage(judged),
    threeTwoOne: assessThreeTwoOne(judged),
    space: facts.places.flatMap((place) => spaceOf(place) ?? []),
  };
}

function stateOf(reasons: readonly Reason[]): ProtectionState {
  if (reasons.some(({ severity }) => severity === 'red')) return 'not-protected';
  return reasons.some(({ severity }) => severity === 'amber') ? 'needs-attention' : 'protected';
}

/** Worst first, and among equals in the order of the list of codes. */
function rank({ severity, code }: Reason): number {
  return SEVERITIES.indexOf(severity) * REASON_CODES.length + REASON_CODES.indexOf(code);
}
