import type { Clock } from '../../shared/model/clock.ts';
import type { Notes } from '../store/index.ts';

const SECOND = 1000;
const HOUR = 60 * 60 * SECOND;
const DAY = 24 * HOUR;
/** The two clocks of a machine drift apart by less than this between two looks; time servers correct by less. */
const TOLERANCE = 2 * 60 * SECOND;
/** A PC of which nobody says that it slept may have slept this long. */
const UNTOLD_SLEEP = DAY;
/** A PC that was off may have been off this long. */
const LONGEST_OFF = 45 * DAY;
/** So long both clocks must run side by side after a jump until deletions are trusted again. */
const STEADY = DAY;

/** Both clocks at one moment. */
export interface ClockReading {
  /** Wall clock, milliseconds since 1970. */
  wall: number;
  /** Milliseconds since the machine started. */
  uptime: number;
}

/** What happened between two readings; `by`: milliseconds that the wall clock moved more than the time that passed. */
export type ClockChange = { kind: 'steady' | 'slept' | 'restarted' | 'forward' | 'backward'; by: number };

/**
 * Compares two readings. The wall clock that moves ahead of the uptime is a sleep where the system said that it woke up, or
 * where the gap is no more than a day (on Linux uptime stands still in sleep); more than that, or any step back, is a jump.
 */
export function compareReadings(before: ClockReading, now: ClockReading, wokeUp: boolean): ClockChange {
  const wall = now.wall - before.wall;
  if (now.uptime < before.uptime) {
    if (wall < -TOLERANCE) return { kind: 'backward', by: wall };
    return wall - now.uptime > LONGEST_OFF ? { kind: 'forward', by: wall - now.uptime } : { kind: 'restarted', by: 0 };
  }
  const by = wall - (now.uptime - before.uptime);
  if (by < -TOLERANCE) return { kind: 'backward', by };
  if (by <= TOLERANCE) return { kind: 'steady', by };
  return { kind: wokeUp || by <= UNTOLD_SLEEP ? 'slept' : 'forward', by };
}

/** Names of the store's flags. */
const READING = 'clock-reading';
const STEADY_FOR = 'clock-steady-for';
/** `false` while nothing may be deleted because the clock jumped. */
export const CLOCK_TRUSTED = 'clock-trusted';
/** When it jumped, by the clock as it is since then; only while it is not trusted. */
export const CLOCK_JUMPED_AT = 'clock-jumped-at';

/** The newest time a destination's own clock was compared with ours. */
export interface ForeignClock {
  /** When, RFC 3339 by our clock. */
  at: string;
  differenceSeconds: number;
}

/**
 * Watches the machine's clock from look to look, also across restarts. After a jump deletions are not trusted until both
 * clocks ran side by side for a day, or until a destination's clock agrees with ours.
 */
export class ClockWatch {
  private readonly clock: Clock;
  private readonly notes: Pick<Notes, 'flag' | 'setFlag'>;

  constructor(clock: Clock, notes: Pick<Notes, 'flag' | 'setFlag'>) {
    this.clock = clock;
    this.notes = notes;
  }

  /** Reads both clocks and says what happened since the last look. */
  look(wokeUp: boolean, foreign?: ForeignClock): ClockChange {
    const now: ClockReading = { wall: this.clock.now().getTime(), uptime: this.clock.uptime() };
    const before = this.lastReading();
    this.notes.setFlag(READING, JSON.stringify(now));
    const change: ClockChange = before ? compareReadings(before, now, wokeUp) : { kind: 'steady', by: 0 };
    if (change.kind === 'forward' || change.kind === 'backward') this.distrust(now);
    else if (!this.isTrusted) this.regain(change.kind === 'steady' && before ? now.uptime - before.uptime : 0, foreign);
    return change;
  }

  get isTrusted(): boolean {
    return this.notes.flag(CLOCK_TRUSTED) !== 'false';
  }

  /** When the clock jumped, by the clock as it is since then. */
  get jumpedAt(): string | undefined {
    return this.isTrusted ? undefined : this.notes.flag(CLOCK_JUMPED_AT);
  }

  private distrust(now: ClockReading): void {
    this.notes.setFlag(CLOCK_TRUSTED, 'false');
    this.notes.setFlag(CLOCK_JUMPED_AT, new Date(now.wall).toISOString());
    this.notes.setFlag(STEADY_FOR, '0');
  }

  private regain(steady: number, foreign: ForeignClock | undefined): void {
    const total = Number(this.notes.flag(STEADY_FOR) ?? 0) + steady;
    this.notes.setFlag(STEADY_FOR, String(total));
    const since = this.notes.flag(CLOCK_JUMPED_AT) ?? '';
    const agrees = foreign !== undefined && foreign.at > since && Math.abs(foreign.differenceSeconds) * SECOND <= TOLERANCE;
    if (!agrees && total < STEADY) return;
    for (const flag of [CLOCK_TRUSTED, CLOCK_JUMPED_AT, STEADY_FOR]) this.notes.setFlag(flag, undefined);
  }

  private lastReading(): ClockReading | undefined {
    const text = this.notes.flag(READING);
    return text === undefined ? undefined : (JSON.parse(text) as ClockReading);
  }
}
