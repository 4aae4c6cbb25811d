import type { Proof, RestorePoint } from '../../shared/model/restore-point.ts';
import type { Suspicion } from '../../shared/model/timeline.ts';
import type { Store } from '../store/index.ts';
import { attacksOf } from './attacks.ts';
import { FACT_FLAGS } from './fact-flags.ts';
import { shrunkTo } from './motion.ts';

/** Restore points before one that it is measured by: hourly ones of a week, as when protection is judged. */
const BEFORE = 80;

const PROOFS = 5000;

/** What is known beside the restore points of one source. */
export interface Known {
  proofs: readonly Pick<Proof, 'point' | 'passed' | 'findings'>[];
  /** From here on a person said that less is right. */
  shrinkAcceptedAt?: string | undefined;
  /** Since when somebody fears an attack, and until when. */
  attacks: readonly { since: string; until?: string | undefined }[];
}

/**
 * What speaks against each restore point of one source, by its `point`. `points` are one for each moment, newest first. A
 * copy that is damaged says nothing about the moment: the same moment may be whole elsewhere.
 */
export function suspicionsOf(
  points: readonly Pick<RestorePoint, 'point' | 'time' | 'isConsistent' | 'witness'>[],
  known: Known,
): Map<string, Suspicion[]> {
  const wrong = new Set(known.proofs.filter(isAboutTheMoment).map(({ point }) => point));
  const states = points.map(({ time, isConsistent, witness }) => ({ time, isConsistent, facts: witness?.facts ?? [] }));
  return new Map(
    points.map(({ point, time }, index) => {
      const suspicions: Suspicion[] = [];
      if (wrong.has(point)) suspicions.push('proof-failed');
      if (shrunkTo(states.slice(index, index + BEFORE), known.shrinkAcceptedAt) !== undefined) suspicions.push('shrunk');
      if (known.attacks.some((attack) => isWithin(time, attack))) suspicions.push('attack-suspected');
      return [point, suspicions];
    }),
  );
}

/** The same from what the store knows. `points` may have several copies of a moment. */
export function suspectPoints({ points, notes }: Pick<Store, 'points' | 'notes'>, source: string): Map<string, Suspicion[]> {
  const once = new Map<string, RestorePoint>();
  for (const one of points.list({ source })) if (once.get(one.point)?.witness === undefined) once.set(one.point, one);
  const attacks = attacksOf({ notes }).flatMap(({ since, endedAt: until, verdict }) =>
    verdict === 'false-alarm' ? [] : [{ since, until }],
  );
  const shrinkAcceptedAt = notes.flag(FACT_FLAGS.shrinkAcceptedAt(source));
  return suspicionsOf([...once.values()], { proofs: points.proofs({ source, passed: false, limit: PROOFS }), shrinkAcceptedAt, attacks });
}

function isAboutTheMoment({ passed, findings }: Known['proofs'][number]): boolean {
  return !passed && !(findings.length > 0 && findings.every(({ kind }) => kind === 'damaged'));
}

function isWithin(time: string, { since, until }: Known['attacks'][number]): boolean {
  return Date.parse(time) >= Date.parse(since) && (until === undefined || Date.parse(time) <= Date.parse(until));
}
