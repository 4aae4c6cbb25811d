/** When something has to happen, on the pharmacy's own clock. */
export { type Chore, CHORES } from './chores.ts';
export { CLOCK_JUMPED_AT, CLOCK_TRUSTED, type ClockChange, ClockWatch } from './clock-watch.ts';
export type { Due, LookReason } from './due.ts';
export { lastDueAt, nextDueAt, type WallClock } from './due-moments.ts';
export { allowedBandwidth, isQuiet } from './line-use.ts';
export { nodeScheduleTicks } from './node-schedule-ticks.ts';
export { firstOpeningOfWeek, isOpen, openDayMinutes, openMinutesBetween } from './opening-hours.ts';
export { PlanBook } from './plan-book.ts';
export { createScheduler, type Scheduler, type SchedulerNeeds } from './scheduler.ts';
export type { Ticks } from './ticks.ts';
export { dayOf, endOfDay, lastDays } from './wall-clock.ts';
