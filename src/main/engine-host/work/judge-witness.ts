import type { ProofFinding } from '../../../shared/model/restore-point.ts';
import type { SingleSource } from '../../../shared/model/source.ts';
import type { Witness } from '../../../shared/model/witness.ts';

/** Fewer than this many are too few to see a drop in. */
const ENOUGH = 20;
/** Less than this share of what was there before is a sharp drop: no pharmacy deletes half of its prescriptions in a day. */
const SHARP = 0.5;
const HOUR = 60 * 60 * 1000;

/** Counts that are far below those of the restore point before. */
export function shrinkage(part: SingleSource, now: Witness, before: Witness | undefined): ProofFinding[] {
  const known = new Map(before?.facts.map((fact) => [fact.subject, fact]));
  return now.facts.flatMap((fact): ProofFinding[] => {
    // In a group's witness the facts carry the part's id.
    const earlier = known.get(fact.subject) ?? known.get(`${part.id}/${fact.subject}`);
    if (fact.kind !== 'count' || earlier?.kind !== 'count') return [];
    if (earlier.value < ENOUGH || fact.value >= earlier.value * SHARP) return [];
    return [{ kind: 'shrunk', subject: fact.subject, before: earlier.value, now: fact.value }];
  });
}

/** A vendor's file that was too old already when it was backed up. */
export function staleness(part: SingleSource, witness: Witness): ProofFinding[] {
  if (part.kind !== 'vendor-file') return [];
  const newest = witness.facts.find(({ kind, subject }) => kind === 'date' && subject.startsWith('newest'));
  if (newest?.kind !== 'date' || newest.value === undefined) return [];
  const age = Date.parse(witness.takenAt) - Date.parse(newest.value);
  return age > part.maxAgeHours * HOUR ? [{ kind: 'stale', newest: newest.value, maxAgeHours: part.maxAgeHours }] : [];
}
