import type { Settings } from './installation.ts';
import { type OpeningHours, WEEKDAYS } from './schedule.ts';
import { hasOpeningHours, minuteOfDay } from './schedule-minutes.ts';
import type { SourceKindName } from './source.ts';

export interface UploadSurroundings {
  openingHours: OpeningHours;
  /** IANA name. */
  timeZone: string;
  bandwidth: Settings['bandwidth'];
  /** What the line carries, measured, in bytes per second. */
  bytesPerSecond: number;
}

const STEP_MINUTES = 15;
const STEP = STEP_MINUTES * 60_000;
/** An upload that takes longer than this will not be waited for. */
const LONGEST_DAYS = 120;

/**
 * The share of a source that is new on an ordinary day. Guesses, until Lifeboat has seen some days: a busy day changes about a
 * hundredth of a database's pages, a backup file of the vendor is mostly like the one before, and folders of scans grow to
 * twice their size in a year or two.
 */
const NEW_EACH_DAY: Readonly<Record<SourceKindName, number>> = {
  folder: 0.002,
  'vendor-file': 0.05,
  sqlite: 0.01,
  postgresql: 0.01,
  mariadb: 0.01,
  sqlserver: 0.01,
  group: 0.01,
};

/** Bytes that are new on an ordinary day, roughly. */
export function newBytesEachDay(sources: readonly { kind: SourceKindName; bytes: number }[]): number {
  return sources.reduce((sum, { kind, bytes }) => sum + bytes * NEW_EACH_DAY[kind], 0);
}

/** When so many bytes that begin to go over the line at `from` have arrived; undefined: not within months. */
export function uploadEnds(bytes: number, from: Date, surroundings: UploadSurroundings): Date | undefined {
  const { bytesPerSecond, bandwidth } = surroundings;
  const isOpenAt = openClock(surroundings);
  const speed = (limit: number | undefined): number => Math.min(bytesPerSecond, limit ?? Number.POSITIVE_INFINITY);
  let left = bytes;
  const steps = (LONGEST_DAYS * 24 * 60) / STEP_MINUTES;
  for (let step = 0; step < steps; step++) {
    const at = from.getTime() + step * STEP;
    const now = speed(isOpenAt(new Date(at)) ? bandwidth.whileOpen : bandwidth.whileClosed);
    const carried = (now * STEP) / 1000;
    if (carried >= left) return new Date(at + (now > 0 ? (left / now) * 1000 : 0));
    left -= carried;
  }
  return undefined;
}

/** Whether the pharmacy is open at a moment, by its own clock. */
function openClock({ openingHours, timeZone }: Pick<UploadSurroundings, 'openingHours' | 'timeZone'>): (moment: Date) => boolean {
  if (!hasOpeningHours(openingHours)) return () => true;
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (moment) => {
    const parts = new Map(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
    const weekday = WEEKDAYS.find((day) => day === parts.get('weekday')?.toLowerCase());
    const minute = minuteOfDay(`${parts.get('hour')}:${parts.get('minute')}`);
    const spans = weekday === undefined ? [] : (openingHours[weekday] ?? []);
    return spans.some(({ from, to }) => minuteOfDay(from) <= minute && minute < minuteOfDay(to));
  };
}
