import type { Clock } from '../../../../shared/model/clock.ts';
import type { Id } from '../../format/id.ts';
import type { Observation } from './lock-memory.ts';

/**
 * For how long, in milliseconds, we know a lock to be unchanged: the least our clocks agree on. A machine that started
 * again counts from its start; a wall clock that was set back counts as nothing.
 */
export function ageOf({ firstSeenAt, firstSeenUptime }: Observation, clock: Clock): number {
  const wall = clock.now().getTime() - Date.parse(firstSeenAt);
  const uptime = clock.uptime();
  return Math.max(0, Math.min(wall, uptime >= firstSeenUptime ? uptime - firstSeenUptime : uptime));
}

/** Observations of the locks that are there now: known ones stay as they are, new ones begin. */
export function observe(known: readonly Observation[], present: readonly Id[], clock: Clock): Observation[] {
  const byId = new Map(known.map((observation) => [observation.lockId, observation]));
  return present.map((lockId) => {
    const before = byId.get(lockId);
    return before && isUsable(before, clock) ? before : begin(lockId, clock);
  });
}

/** An observation that begins now. */
export function begin(lockId: Id, clock: Clock): Observation {
  return { lockId, firstSeenAt: clock.now().toISOString(), firstSeenUptime: clock.uptime() };
}

/** Whether two lists of observations say the same, in the same order. */
export function sameObservations(a: readonly Observation[], b: readonly Observation[]): boolean {
  return a.length === b.length && a.every((observation, i) => observation === b[i]);
}

/** One that lies in the future, because the wall clock was set back, would make its lock wait for the clock: it begins again. */
function isUsable({ firstSeenAt, abandoned }: Observation, clock: Clock): boolean {
  return abandoned === true || Date.parse(firstSeenAt) <= clock.now().getTime();
}
