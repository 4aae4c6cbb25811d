import type { Clock } from '../shared/model/clock.ts';

/** The machine's own clock: the one place that asks the operating system for the time. */
export const systemClock: Clock = {
  now: () => new Date(),
  // Node's high-resolution time is the system's monotonic clock: it begins with the machine, for all processes alike, and on
  // Linux it stands still while the machine sleeps. `os.uptime()` costs a hundred times as much.
  uptime: () => Number(process.hrtime.bigint() / 1_000_000n),
};
