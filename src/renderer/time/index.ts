/** The page's time. */
export { pageClock } from './page-clock.ts';
export { ClockContext, useNow } from './use-now.ts';
