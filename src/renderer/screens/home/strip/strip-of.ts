import type { JobStatus } from '../../../../shared/model/run.ts';
import type { RunDay, RunsOfDay } from '../../../../shared/model/run-days.ts';
import { TIERS, type Tier } from '../../../../shared/model/tier.ts';

/** A line of the strip: a tier, or everything else that runs. */
export type StripLane = Tier | 'other';

/** A bar: the runs of one lane on one day. */
export interface StripBar {
  lane: StripLane;
  day: RunDay;
  runs: RunsOfDay;
  /** Where a click leads: the run itself where there is one, else the day's list. */
  to: string;
  /** Which of the four looks it has. */
  look: BarLook;
}

/** Good, to be looked at, bad, or nothing was to be done. */
export type BarLook = 'good' | 'warning' | 'bad' | 'quiet';

const LOOKS: Readonly<Record<JobStatus, BarLook>> = {
  completed: 'good',
  'completed-with-warnings': 'warning',
  failed: 'bad',
  interrupted: 'warning',
  skipped: 'quiet',
  running: 'quiet',
  scheduled: 'quiet',
};

/** The picture: the lanes that have anything in them, the days oldest first, and the bars. */
export interface Strip {
  lanes: StripLane[];
  days: RunDay[];
  bars: StripBar[];
}

export function stripOf(days: readonly RunDay[]): Strip {
  const ordered = days.toReversed();
  const bars = ordered.flatMap((day) => [
    ...day.tiers.map((runs) => bar(runs.tier, day, runs)),
    ...(day.other ? [bar('other', day, day.other)] : []),
  ]);
  const lanes = [...TIERS, 'other' as const].filter((lane) => bars.some((one) => one.lane === lane));
  return { lanes, days: ordered, bars };
}

function bar(lane: StripLane, day: RunDay, runs: RunsOfDay): StripBar {
  const [only, ...more] = runs.runs;
  const to = only !== undefined && more.length === 0 ? `/runs/${only}` : `/runs/day/${day.date}`;
  return { lane, day, runs, to, look: LOOKS[runs.status] };
}
