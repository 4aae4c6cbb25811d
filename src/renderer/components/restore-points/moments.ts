import type { PointCopy, Suspicion, TimelinePoint } from '../../../shared/model/timeline.ts';

/** Restore points of several sources that are of one moment: no source twice, newest first. */
export interface Moment {
  time: string;
  points: readonly TimelinePoint[];
}

/** Milliseconds that sources backed up one after the other may lie apart and still be of one moment. */
const TOGETHER = 60 * 60 * 1000;
/** Milliseconds that something suspicious counts for when an attack is feared. */
const LATELY = 90 * 24 * 60 * 60 * 1000;

/** Restore points of all sources as moments, newest first. `timeline` is newest first. */
export function momentsOf(timeline: readonly TimelinePoint[]): Moment[] {
  const moments: { time: string; points: TimelinePoint[] }[] = [];
  for (const point of timeline) {
    const moment = moments.at(-1);
    const belongs =
      moment !== undefined &&
      Date.parse(moment.time) - Date.parse(point.time) < TOGETHER &&
      moment.points.every(({ source }) => source !== point.source);
    if (belongs) moment.points.push(point);
    else moments.push({ time: point.time, points: [point] });
  }
  return moments;
}

/** Whether nothing speaks against a restore point, and it can be brought back now. */
export function isGood({ suspicions, isReachable }: TimelinePoint): boolean {
  return suspicions.length === 0 && isReachable;
}

/** What speaks against a moment: against any of its restore points. */
export function suspicionsOf({ points }: Moment): Suspicion[] {
  return [...new Set(points.flatMap(({ suspicions }) => suspicions))];
}

/**
 * Of each source the restore point to go back to for a moment: the moment's own, else the newest before it. One that is
 * suspicious is never taken: the newest before that which is not.
 */
export function pointsAt(timeline: readonly TimelinePoint[], { time, points }: Moment): Map<string, TimelinePoint> {
  const chosen = new Map(points.filter(({ suspicions }) => suspicions.length === 0).map((point) => [point.source, point]));
  for (const point of timeline) {
    const isBefore = Date.parse(point.time) <= Date.parse(time);
    if (isBefore && point.suspicions.length === 0 && !chosen.has(point.source)) chosen.set(point.source, point);
  }
  return chosen;
}

/** The sources of which there are older restore points than these. */
export function sourcesWithOlder(timeline: readonly TimelinePoint[]): string[] {
  return timeline.filter(({ hasOlder }) => hasOlder === true).map(({ source }) => source);
}

/** From when on restore points are not to be trusted after an attack; undefined: nothing is suspicious. */
export function firstSuspicious(timeline: readonly TimelinePoint[]): string | undefined {
  const newest = timeline[0];
  if (newest === undefined) return undefined;
  const suspicious = timeline.filter(
    ({ suspicions, time }) => suspicions.length > 0 && Date.parse(newest.time) - Date.parse(time) < LATELY,
  );
  const feared = suspicious.filter(({ suspicions }) => suspicions.includes('attack-suspected'));
  return (feared.length > 0 ? feared : suspicious).at(-1)?.time;
}

/** Only what was made before something became suspicious. */
export function beforeAttack(timeline: readonly TimelinePoint[]): readonly TimelinePoint[] {
  const first = firstSuspicious(timeline);
  return first === undefined ? timeline : timeline.filter(({ time }) => Date.parse(time) < Date.parse(first));
}

/** The moment to suggest: the newest that is good altogether; one that is proven altogether before one that is not. */
export function suggestedMoment(moments: readonly Moment[], { provenFirst }: { provenFirst: boolean }): Moment | undefined {
  const good = moments.filter(({ points }) => points.every(isGood));
  const proven = provenFirst ? good.find(({ points }) => points.every(({ isProven }) => isProven)) : undefined;
  return proven ?? good[0];
}

/** The copy to bring a restore point back from: one that can be reached and was not found wrong, a proven one first. */
export function bestCopy({ copies }: TimelinePoint): PointCopy | undefined {
  const here = copies.filter(({ isReachable, proof }) => isReachable && proof !== 'failed');
  return here.find(({ proof }) => proof === 'passed') ?? here[0];
}
