import { LifeboatError } from '../../../shared/errors/index.ts';
import type { PointCopy, TimelinePoint } from '../../../shared/model/timeline.ts';

export interface ChosenPoint {
  point: TimelinePoint;
  copy: PointCopy;
}

/**
 * The restore point that is meant: one by the beginning of its id, else the newest within reach that is proven and that
 * nothing speaks against; where none is proven, the newest that nothing speaks against. `snapshot-not-found`.
 */
export function choosePoint(timeline: readonly TimelinePoint[], id: string | undefined): ChosenPoint {
  const here = timeline.filter(({ isReachable }) => isReachable);
  const sound = here.filter(({ suspicions }) => suspicions.length === 0);
  const point = id === undefined ? (sound.find(({ isProven }) => isProven) ?? sound[0]) : here.find((one) => one.point.startsWith(id));
  const reachable = point?.copies.filter((copy) => copy.isReachable) ?? [];
  const copy = reachable.find(({ proof }) => proof === 'passed') ?? reachable.find(({ proof }) => proof === undefined) ?? reachable[0];
  if (point === undefined || copy === undefined) throw new LifeboatError('snapshot-not-found', { snapshot: id ?? 'latest' });
  return { point, copy };
}
