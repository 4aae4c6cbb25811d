export { type CalendarDuration, parseDuration } from './duration.ts';
export { groupSnapshots, type GroupKey, type SnapshotGroup } from './groups.ts';
export { applyPolicy, pinReasons, type Verdict } from './policy.ts';
export { compareSnapshots, matchesFilter } from './snapshot-filter.ts';
