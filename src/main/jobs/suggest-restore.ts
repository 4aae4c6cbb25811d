import { isSameRepository, type RepositoryRef } from '../../shared/model/destination.ts';
import type { RestoreItem } from '../../shared/model/restore.ts';
import type { RestorePoint } from '../../shared/model/restore-point.ts';
import type { Tier } from '../../shared/model/tier.ts';
import { suspectPoints } from '../protection/index.ts';
import { inTierOrder } from './plan-run.ts';
import { readableNow } from './places-now.ts';
import type { JobSurroundings } from './surroundings.ts';

/**
 * The best restore points to bring whole tiers back from: of each source the newest proven one at a place that can be
 * reached, near ones first; else the newest. What a proof found wrong or is suspicious is never suggested. `missing` names sources of which there is none.
 */
export async function suggestRestore(s: JobSurroundings, tiers: readonly Tier[]): Promise<{ items: RestoreItem[]; missing: string[] }> {
  const reachable = await readableNow(s);
  const items: RestoreItem[] = [];
  const missing: string[] = [];
  for (const { id, tier } of inTierOrder(s.store.sources.list())) {
    if (!tiers.includes(tier)) continue;
    const best = bestPoint(s, id, reachable);
    if (best === undefined) missing.push(id);
    else items.push(itemOf(best));
  }
  return { items, missing };
}

/** Undefined if nothing sound can be reached. */
export function bestPoint(
  { store }: Pick<JobSurroundings, 'store'>,
  source: string,
  reachable: readonly RepositoryRef[],
): RestorePoint | undefined {
  const failed = new Set(store.points.proofs({ source, passed: false, limit: 1000 }).map(({ point }) => point));
  const proven = new Set(store.points.proofs({ source, passed: true, limit: 1000 }).map(({ point }) => point));
  const suspicions = suspectPoints(store, source);
  const isSound = (point: string): boolean => !failed.has(point) && (suspicions.get(point) ?? []).length === 0;
  const points = store.points.list({ source }).filter(({ point }) => isSound(point));
  const found = points.find(({ point }) => proven.has(point)) ?? points[0];
  const nearest = reachable.find((ref) => points.some((one) => one.point === found?.point && isSameRepository(one, ref)));
  if (found !== undefined && nearest !== undefined)
    return points.find((one) => one.point === found.point && isSameRepository(one, nearest));
  // The best one is away: the best of what can be reached.
  const near = points.filter((one) => reachable.some((ref) => isSameRepository(one, ref)));
  return near.find(({ point }) => proven.has(point)) ?? near[0];
}

function itemOf({ source, destination, disk, snapshot }: RestorePoint): RestoreItem {
  return { source, destination, ...(disk !== undefined && { disk }), snapshot, to: { way: 'beside' }, include: [] };
}
