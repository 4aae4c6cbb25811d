import type { Clock } from '../../shared/model/clock.ts';

/** The time of the machine the page is shown on. Nothing else in the page asks for it. */
export const pageClock: Clock = {
  now: () => new Date(),
  uptime: () => performance.now(),
};
