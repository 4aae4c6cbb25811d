import type { TimelinePoint } from '../../../../../src/shared/model/timeline.ts';

/** A restore point that is proven and here, but for what is said. */
export function pointOf(point: string, source: string, time: string, said: Partial<TimelinePoint> = {}): TimelinePoint {
  return {
    point,
    source,
    time,
    bytes: 1,
    files: 1,
    isConsistent: true,
    isProven: true,
    isReachable: true,
    suspicions: [],
    copies: [{ destination: 'nas', snapshot: `${point}-nas`, isReachable: true, proof: 'passed' }],
    ...said,
  };
}
