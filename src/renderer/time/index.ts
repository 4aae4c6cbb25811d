/** The page's time. */
export { pageClock } from './page-clock.ts';
export { ClockContext, useClock, useNow } from './use-now.ts';
