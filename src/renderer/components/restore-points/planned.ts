import type { WishedWay } from '../../../shared/model/restore.ts';
import type { PointCopy, TimelinePoint } from '../../../shared/model/timeline.ts';
import type { PlannedItem } from '../restoring/index.ts';

/** Several sources in one folder would be mixed up: each gets a folder of its own. */
export function wayFor(to: WishedWay, source: string, count: number): WishedWay {
  if (to.way !== 'folder' || to.path === '' || count < 2) return to;
  const separator = to.path.includes('\\') ? '\\' : '/';
  return { way: 'folder', path: `${to.path.replace(/[\\/]+$/, '')}${separator}${source}` };
}

/** A restore point that is to come back whole, from one of its copies. */
export function plannedFrom(
  { source, time, isProven }: TimelinePoint,
  { destination, disk, snapshot }: PointCopy,
  to: WishedWay,
): PlannedItem {
  return { item: { source, destination, disk, snapshot, to, include: [] }, time, isProven };
}
