/** Pictures of what happened, for screens: the strip of runs, restore points over time, what was in them by day. */
export { pointsMadeBy } from './made-points.ts';
export { runDays } from './run-days.ts';
export { type RunLinesWish, runLines } from './run-lines.ts';
export { timelineOf } from './timeline.ts';
export { witnessDaysOf } from './witness-days-of.ts';
