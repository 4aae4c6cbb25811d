import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { WitnessDays } from '../../shared/model/witness-days.ts';
import type { Store } from '../store/index.ts';
import { momentsOf, timelineOf } from './timeline.ts';
import { witnessDays } from './witness-days.ts';

/** "When did it go wrong?" of one source, from what the store knows. */
export function witnessDaysOf(store: Store, source: string, reachable: readonly RepositoryRef[]): WitnessDays {
  const { timeZone = 'UTC', openingHours = {} } = store.pharmacy.get() ?? {};
  const { moments, hasOlder } = momentsOf(store, source);
  const facts = new Map(moments.map(([point]) => [point.point, point.witness?.facts ?? []]));
  const points = timelineOf(store, source, reachable).map((point) => ({ point, facts: facts.get(point.point) ?? [] }));
  return { ...witnessDays(points, { timeZone, openingHours }), ...(hasOlder && { hasOlder }) };
}
