import type { Source } from '../../../shared/model/source.ts';
import type { WishedWay } from '../../../shared/model/restore.ts';
import { TIERS } from '../../../shared/model/tier.ts';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import type { PlannedItem } from '../../components/restoring/plan-facts.ts';
import { bestCopy, momentsOf, plannedFrom, pointsAt, wayFor } from '../../components/restore-points/index.ts';
import type { FilePick, When, Wish } from './wish.ts';

/** What a wish comes to. */
export interface WishedItems {
  items: PlannedItem[];
  /** Restore points that would be needed and cannot be reached now. */
  away: TimelinePoint[];
  /** Sources of which there is no restore point at that moment. */
  missing: string[];
}

/** Beside what is there, until somebody says otherwise. */
const SAFE: WishedWay = { way: 'beside' };

/** The restores that a wish asks for, in the order of tiers. */
export function itemsOf(wish: Wish, timeline: readonly TimelinePoint[], sources: readonly Source[]): WishedItems {
  const to = wish.to ?? SAFE;
  if (wish.what?.kind === 'files') return { items: fileItems(wish.files, timeline, to), away: [], missing: [] };
  const wanted = wantedSources(wish, sources);
  const chosen = wish.when === undefined ? new Map<string, TimelinePoint>() : chosenPoints(wish.when, timeline);
  const found: WishedItems = { items: [], away: [], missing: [] };
  for (const { id } of wanted) {
    const point = chosen.get(id);
    const copy = point && bestCopy(point);
    if (point === undefined) found.missing.push(id);
    else if (copy === undefined) found.away.push(point);
    else found.items.push(plannedFrom(point, copy, wayFor(to, id, wanted.length)));
  }
  return found;
}

/** Of each source the restore point for a moment; exactly the one that somebody chose for its source. */
export function chosenPoints({ time, point, source }: When, timeline: readonly TimelinePoint[]): Map<string, TimelinePoint> {
  const exact = timeline.find((one) => one.point === point && one.source === source);
  const moment = momentsOf(timeline).find((one) => one.time === time) ?? { time, points: [] };
  const chosen = pointsAt(timeline, moment);
  if (exact) chosen.set(exact.source, exact);
  return chosen;
}

function wantedSources({ what }: Wish, sources: readonly Source[]): Source[] {
  const ordered = TIERS.flatMap((tier) => sources.filter((source) => source.tier === tier));
  if (what?.kind === 'source') return ordered.filter(({ id }) => id === what.source);
  return what?.kind === 'tiers' ? ordered.filter(({ tier }) => what.tiers.includes(tier)) : [];
}

/** One restore for each restore point that files were chosen from. */
function fileItems(files: readonly FilePick[], timeline: readonly TimelinePoint[], to: WishedWay): PlannedItem[] {
  const groups = Map.groupBy(files, ({ source, destination, disk = '', snapshot }) =>
    JSON.stringify([source, destination, disk, snapshot]),
  );
  return [...groups.values()].flatMap((picks) => {
    const [first] = picks;
    if (first === undefined) return [];
    const { source, destination, disk, snapshot, time } = first;
    const isProven = timeline.some(
      (point) => point.source === source && point.isProven && point.copies.some((copy) => copy.snapshot === snapshot),
    );
    const include = picks.map(({ path }) => path);
    return [{ item: { source, destination, ...(disk !== undefined && { disk }), snapshot, to, include }, time, isProven }];
  });
}
