/** Restore points over time: which to suggest, and from which copy. */
export {
  beforeAttack,
  bestCopy,
  firstSuspicious,
  isGood,
  type Moment,
  momentsOf,
  pointsAt,
  sourcesWithOlder,
  suggestedMoment,
  suspicionsOf,
} from './moments.ts';
export { plannedFrom, wayFor } from './planned.ts';
