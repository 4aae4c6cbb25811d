import type { Schedule } from '../../shared/model/schedule.ts';
import { lastDueAt, nextDueAt, type WallClock } from './due-moments.ts';

const MINUTE = 60_000;
/** A run that starts within this time of its slot is on time; later it makes up for it. */
const ON_TIME = 10 * MINUTE;
/** A clock that is set back by less than this does not make slots that were dealt with due again. */
const SET_BACK = 60 * MINUTE;

/** What is known of something that has a schedule. */
export interface Planned<Name extends string> {
  name: Name;
  schedule: Schedule;
  /** As kept in the store; undefined: never planned. */
  nextDueAt: Date | undefined;
  /** The newest slot that was dealt with. */
  doneFor: Date | undefined;
}

/** A slot that is due now. */
export interface DueSlot<Name extends string> {
  name: Name;
  trigger: 'scheduled' | 'catch-up';
  /** The slot, for a catch-up the newest of those it makes up for. */
  dueAt: Date;
}

/** What is due, and for everything when it is due next if what is due now is dealt with. */
export interface DueRuns<Name extends string> {
  due: DueSlot<Name>[];
  next: Map<Name, Date>;
}

/**
 * What is due now. Many missed slots make one catch-up, and the next slot is always the schedule's own, never a distance
 * from the last run. What was planned only says whether a slot was missed: a plan that lies further away than the
 * schedule's next slot, after the clock or the schedule was changed, is forgotten.
 */
export function dueRuns<Name extends string>(now: Date, clock: WallClock, planned: readonly Planned<Name>[]): DueRuns<Name> {
  const result: DueRuns<Name> = { due: [], next: new Map() };
  for (const one of planned) {
    result.next.set(one.name, nextDueAt(one.schedule, clock, dealtWithUntil(now, one.doneFor)));
    const slot = slotNow(now, clock, one);
    if (slot) result.due.push(slot);
  }
  return result;
}

function slotNow<Name extends string>(now: Date, clock: WallClock, { name, schedule, ...plan }: Planned<Name>): DueSlot<Name> | undefined {
  if (plan.nextDueAt === undefined || plan.nextDueAt > now) return undefined;
  const last = lastDueAt(schedule, clock, now);
  // A schedule that was changed may have had no slot since the planned one.
  const dueAt = last > plan.nextDueAt ? last : plan.nextDueAt;
  if (plan.doneFor !== undefined && dueAt <= plan.doneFor && plan.doneFor <= now) return undefined;
  return { name, dueAt, trigger: now.getTime() - dueAt.getTime() <= ON_TIME ? 'scheduled' : 'catch-up' };
}

function dealtWithUntil(now: Date, doneFor: Date | undefined): Date {
  if (doneFor === undefined || doneFor <= now || doneFor.getTime() - now.getTime() > SET_BACK) return now;
  return doneFor;
}
