import { repositoriesOf, type RepositoryRef } from '../../shared/model/destination.ts';
import type { Source } from '../../shared/model/source.ts';
import type { Store } from '../store/index.ts';
import { inTierOrder } from './plan-run.ts';
import { policiesNow } from './policies-now.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Sources whose copies at a repository want a trial restore: never proven there, or not within the tier's frequency,
 * and with a restore point newer than the last one tried. Most urgent tier first; what failed last is not tried again
 * before there is something new.
 */
export function proofsDue(store: Store, now: Date): { source: Source; ref: RepositoryRef }[] {
  const tiers = policiesNow(store);
  const refs = store.destinations.list().flatMap((destination) => repositoriesOf(destination));
  return inTierOrder(store.sources.list()).flatMap((source) => {
    const days = tiers.find(({ tier }) => tier === source.tier)?.proofEveryDays ?? 30;
    return refs.filter((ref) => isDue(store, source.id, ref, now.getTime() - days * DAY)).map((ref) => ({ source, ref }));
  });
}

function isDue(store: Store, source: string, at: RepositoryRef, since: number): boolean {
  const [newest] = store.points.list({ source, at, limit: 1 });
  if (newest === undefined) return false;
  const [last] = store.points.proofs({ source, at, limit: 1 });
  if (last === undefined) return true;
  if (last.point === newest.point) return false;
  return !last.passed || Date.parse(last.at) <= since;
}
