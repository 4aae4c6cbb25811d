import { type OpeningHours, type Schedule, type TimeOfDay, WEEKDAYS, type Weekday } from '../../shared/model/schedule.ts';
import { minuteOfDay } from '../../shared/model/schedule-minutes.ts';

/** What comes round besides the tiers' backups. */
export const CHORES = ['proof', 'check', 'maintenance', 'detection', 'kit-reminder'] as const;
/**
 * `proof`: trial restores that are due. `check`: every repository's structure and the next part of its data. `maintenance`:
 * forget and prune. `detection`: look for data that is not protected. `kit-reminder`: test the printed recovery keys.
 */
export type Chore = (typeof CHORES)[number];

const DAY = 24 * 60 * 60 * 1000;
/** Minutes after closing until the night's work may begin; the backup at closing goes first. */
const AFTER_CLOSING = 45;
const LAST_MINUTE = 23 * 60 + 59;

/**
 * Work that slows a PC or a line waits for the pharmacy to close when its slot was missed, but not for ever: a PC that is
 * always off when the pharmacy is closed has to do it while it is open.
 */
const PATIENCE: Readonly<Record<Chore, number>> = { proof: DAY, check: 3 * DAY, maintenance: 3 * DAY, detection: 0, 'kit-reminder': 0 };

/** When each chore is due in a pharmacy with these opening hours. */
export function choreSchedules(hours: OpeningHours): Record<Chore, Schedule> {
  const evening = { kind: 'at', times: [clockTime(Math.min(LAST_MINUTE, latestClosing(hours) + AFTER_CLOSING))] } as const;
  const quiet = quietestDays(hours);
  return {
    proof: { ...evening, times: [...evening.times] },
    check: { kind: 'at', times: ['02:30'], days: [quiet[0]] },
    maintenance: { kind: 'at', times: ['02:30'], days: [quiet[1]] },
    detection: { kind: 'at', times: ['12:15'], days: ['wednesday'] },
    // A reminder costs nothing when the kit was tested in time: whoever hears of it looks first.
    'kit-reminder': { kind: 'at', times: ['10:00'], days: ['tuesday'] },
  };
}

/** Whether a chore may run now: a missed heavy one gives a pharmacy that is open some time. */
export function mayRun(chore: Chore, dueAt: Date, now: Date, isOpenNow: boolean): boolean {
  return !isOpenNow || now.getTime() - dueAt.getTime() >= PATIENCE[chore];
}

/** The two days with the shortest opening, Sunday before others: the nights before them are the quietest. */
function quietestDays(hours: OpeningHours): [Weekday, Weekday] {
  const [first = 'sunday', second = 'saturday'] = WEEKDAYS.toReversed().toSorted((a, b) => openMinutes(hours, a) - openMinutes(hours, b));
  return [first, second];
}

function openMinutes(hours: OpeningHours, day: Weekday): number {
  return (hours[day] ?? []).reduce((sum, { from, to }) => sum + minuteOfDay(to) - minuteOfDay(from), 0);
}

function latestClosing(hours: OpeningHours): number {
  const closings = Object.values(hours).flatMap((spans) => spans.map(({ to }) => minuteOfDay(to)));
  return closings.length > 0 ? Math.max(...closings) : 20 * 60;
}

function clockTime(minutes: number): TimeOfDay {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
