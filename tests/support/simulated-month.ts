import { DateTime } from 'luxon';
import type { Clock } from '../../src/shared/model/clock.ts';
import type { OwnerTimers } from '../../src/main/owner/timers.ts';
import { systemTimers } from '../../src/main/owner/timers.ts';

export const ZONE = 'America/Chicago';

/** A moment on the pharmacy's clock, such as `2035-11-04 01:30`; of one that comes twice the first. */
export function local(text: string): Date {
  const moments = DateTime.fromSQL(text, { zone: ZONE }).getPossibleOffsets();
  return new Date(Math.min(...moments.map((moment) => moment.toMillis())));
}

/** What the pharmacy's clock shows at a moment. */
export function shown(moment: Date): { date: string; weekday: number } {
  const there = DateTime.fromJSDate(moment, { zone: ZONE });
  return { date: there.toISODate() ?? '', weekday: there.weekday };
}

/** A clock that moves only when a test says so. */
export class SimulatedClock implements Clock {
  #wall: number;
  #uptime = 3_600_000;

  constructor(start: Date) {
    this.#wall = start.getTime();
  }

  now(): Date {
    return new Date(this.#wall);
  }

  uptime(): number {
    return this.#uptime;
  }

  /** The PC runs until then. */
  goTo(moment: Date): void {
    this.#uptime += moment.getTime() - this.#wall;
    this.#wall = moment.getTime();
  }

  /** The PC sleeps until then: its uptime stands still. */
  sleepUntil(moment: Date): void {
    this.#wall = moment.getTime();
  }

  /** The same wall clock for the engine, whose waits and patience are real. */
  forEngine(): Clock {
    return { now: () => this.now(), uptime: () => performance.now() };
  }
}

/** Timers whose regular work runs when a test says so; waits and limits are real. */
export class SimulatedTimers implements OwnerTimers {
  readonly wait = systemTimers.wait;
  readonly within = systemTimers.within;
  readonly #regular = new Set<{ milliseconds: number; work: () => void }>();

  readonly every = (milliseconds: number, work: () => void): (() => void) => {
    const entry = { milliseconds, work };
    this.#regular.add(entry);
    return () => void this.#regular.delete(entry);
  };

  /** Runs what comes round at least so often and no more often than `from`. */
  run({ from = 0, to = Number.POSITIVE_INFINITY }: { from?: number; to?: number }): void {
    for (const { milliseconds, work } of this.#regular) if (milliseconds >= from && milliseconds <= to) work();
  }
}
