import { isSameRepository, type RepositoryRef } from '../../shared/model/destination.ts';
import type { Proof, RestorePoint } from '../../shared/model/restore-point.ts';
import type { PointCopy, TimelinePoint } from '../../shared/model/timeline.ts';
import { keptPoint } from '../jobs/index.ts';
import { suspectPoints } from '../protection/index.ts';
import type { Store } from '../store/index.ts';

/** Moments of one source that a timeline shows: three years of daily ones. */
const MOST = 1200;
const PROOFS = 5000;

/** The restore points of a source, one for each moment, newest first, with all that speaks for and against them. */
export function timelineOf(store: Store, source: string, reachable: readonly RepositoryRef[]): TimelinePoint[] {
  const proofs = Map.groupBy(store.points.proofs({ source, limit: PROOFS }), ({ point }) => point);
  const suspicions = suspectPoints(store, source);
  const { moments, hasOlder } = momentsOf(store, source);
  return moments.map((moment, index) => {
    const [{ point, time, bytes, files, isConsistent }] = moment;
    const tried = proofs.get(point) ?? [];
    const copies = moment.map((copy) => copyOf(copy, tried, reachable));
    const kept = keptPoint(store, point);
    return {
      point,
      source,
      time,
      bytes,
      files,
      isConsistent,
      isProven: tried.some(({ passed }) => passed) && tried.every(({ passed }) => passed),
      isReachable: copies.some((copy) => copy.isReachable),
      suspicions: suspicions.get(point) ?? [],
      ...(kept && { kept }),
      ...(hasOlder && index === moments.length - 1 && { hasOlder }),
      copies,
    };
  });
}

type Moment = [RestorePoint, ...RestorePoint[]];

/** Copies of one moment together, newest moment first; in each the copy whose witness is known first. `hasOlder`: not all of them. */
export function momentsOf(store: Store, source: string): { moments: Moment[]; hasOlder: boolean } {
  const byPoint = [...Map.groupBy(store.points.list({ source }), ({ point }) => point).values()];
  const moments = byPoint.slice(0, MOST).flatMap((copies): Moment[] => {
    const [first, ...others] = copies.toSorted((a, b) => Number(b.witness !== undefined) - Number(a.witness !== undefined));
    return first ? [[first, ...others]] : [];
  });
  return { moments, hasOlder: byPoint.length > MOST };
}

function copyOf({ destination, disk, snapshot }: RestorePoint, tried: readonly Proof[], reachable: readonly RepositoryRef[]): PointCopy {
  const here = { destination, ...(disk !== undefined && { disk }) };
  const newest = tried.find((proof) => isSameRepository(proof, here));
  return {
    ...here,
    snapshot,
    isReachable: reachable.some((ref) => isSameRepository(ref, here)),
    ...(newest && { proof: newest.passed ? 'passed' : 'failed', provenAt: newest.at }),
  };
}
