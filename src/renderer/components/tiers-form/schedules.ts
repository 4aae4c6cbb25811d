import { hasOpeningHours } from '../../../shared/model/schedule-minutes.ts';
import { type OpeningHours, type Schedule, type Weekday, WEEKDAYS } from '../../../shared/model/schedule.ts';
import { defaultTiers } from '../../../shared/model/tier-defaults.ts';
import type { Tier, TierPolicy } from '../../../shared/model/tier.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Minutes between two backups that can be chosen. */
export const INTERVALS = [30, 60, 120, 180, 240, 360] as const;

/** How a schedule is chosen in a list: minutes, at closing, or times of the day. */
export type ScheduleChoice = `${number}` | 'closing' | 'times';

export function choiceOf(schedule: Schedule): ScheduleChoice {
  if (schedule.kind === 'at') return 'times';
  return schedule.minutes >= DAY ? 'closing' : `${schedule.minutes}`;
}

/** Whether a tier is backed up while the pharmacy is closed as well. Without opening hours everything is. */
export function isRoundTheClock(schedule: Schedule, hours: OpeningHours): boolean {
  return !hasOpeningHours(hours) || (schedule.kind === 'every' && schedule.during === 'always');
}

/** The schedule that a choice means. */
export function scheduleOf(choice: ScheduleChoice, hours: OpeningHours, isAlways = !hasOpeningHours(hours)): Schedule {
  if (choice === 'times') return { kind: 'at', times: ['12:30', '21:00'] };
  return { kind: 'every', minutes: choice === 'closing' ? DAY : Number(choice), during: isAlways ? 'always' : 'opening-hours' };
}

type ScheduleAt = Extract<Schedule, { kind: 'at' }>;

/** With or without a day. One day stays; all of them are every day. */
export function withDay({ days, ...schedule }: ScheduleAt, day: Weekday, isOn: boolean): ScheduleAt {
  const now = days ?? WEEKDAYS;
  const chosen = WEEKDAYS.filter((one) => (one === day ? isOn : now.includes(one)));
  if (chosen.length === WEEKDAYS.length) return schedule;
  return { ...schedule, days: chosen.length === 0 ? [...now] : chosen };
}

/** Times as somebody types them, such as `12:30, 21:00`; undefined: one of them is no time. */
export function timesOf(text: string): string[] | undefined {
  const times = text.split(/[\s,;]+/).filter((time) => time !== '');
  const whole = times.map((time) => (/^\d:/.test(time) ? `0${time}` : time));
  return whole.length > 0 && whole.every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) ? [...new Set(whole)].toSorted() : undefined;
}

/** The promise with another schedule: what may be lost follows from it. */
export function withSchedule(policy: TierPolicy, schedule: Schedule, hours: OpeningHours): TierPolicy {
  return { ...policy, schedule, rpoMinutes: lossOf(policy.tier, schedule, hours) };
}

/** Minutes of work that may be lost: the time between two backups, and some for the backup itself. */
function lossOf(tier: Tier, schedule: Schedule, hours: OpeningHours): number {
  const spare = tier === 'critical' ? HOUR : 2 * HOUR;
  const day = defaultTiers(hours).find((one) => one.tier === 'standard')?.rpoMinutes ?? DAY + spare;
  if (schedule.kind === 'at') return day;
  return schedule.minutes >= DAY ? day : Math.min(day, schedule.minutes + spare);
}
