import type { Source } from '../../../shared/model/source.ts';
import type { WishedWay } from '../../../shared/model/restore.ts';
import { TIERS } from '../../../shared/model/tier.ts';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import { bestCopy, isGood, plannedFrom, wayFor } from '../../components/restore-points/index.ts';
import type { PlannedItem } from '../../components/restoring/plan-facts.ts';

/** The newest of each source costs the least work; the newest proven one has been tried. */
export type Which = 'newest' | 'proven';

/** Every source from its restore point that can be reached, in the order of tiers. `timeline` is newest first. */
export function everything(
  sources: readonly Source[],
  timeline: readonly TimelinePoint[],
  { which, to }: { which: Which; to: WishedWay },
): { items: PlannedItem[]; missing: Source[] } {
  const ordered = TIERS.flatMap((tier) => sources.filter((source) => source.tier === tier));
  const found = ordered.map((source) => {
    const good = timeline.filter((point) => point.source === source.id && isGood(point));
    const point = (which === 'proven' ? good.find(({ isProven }) => isProven) : undefined) ?? good[0];
    const copy = point && bestCopy(point);
    return point && copy ? plannedFrom(point, copy, wayFor(to, source.id, ordered.length)) : undefined;
  });
  return { items: found.flatMap((item) => item ?? []), missing: ordered.filter((_, at) => found[at] === undefined) };
}
