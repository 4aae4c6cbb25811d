import type { Clock } from '../../shared/model/clock.ts';
import type { JobStatus, Run } from '../../shared/model/run.ts';
import type { RunDay, RunsOfDay } from '../../shared/model/run-days.ts';
import { TIERS, type Tier } from '../../shared/model/tier.ts';
import { dayOf, lastDays } from '../scheduler/index.ts';
import type { Store } from '../store/index.ts';

/** Runs that are looked at: more than every quarter of an hour for a month, with what follows from each. */
const MOST = 10_000;
/** From the worst on. */
const WORST: readonly JobStatus[] = ['failed', 'interrupted', 'running', 'scheduled', 'completed-with-warnings', 'completed', 'skipped'];

/**
 * The strip of runs: what ran on each of the last days, a day for each of them, newest first. A run belongs to the day of
 * its slot; one without a tier counts for the tiers of the sources that it backed up.
 */
export function runDays({ store, clock }: { store: Store; clock: Clock }, days: number): RunDay[] {
  const { timeZone = 'UTC', openingHours = {} } = store.pharmacy.get() ?? {};
  const calendar = lastDays(clock.now(), timeZone, days);
  const since = calendar.at(-1)?.from.toISOString() ?? '';
  const runs = store.history.runs({ since, limit: MOST });
  const tierOf = new Map(store.sources.list().map(({ id, tier }) => [id, tier]));
  // Where there were more, days from that of the last one on are not covered in full.
  const last = runs.length < MOST ? undefined : runs.at(-1);
  const coveredAfter = last === undefined ? '' : dayOf(last.dueAt, timeZone).date;
  const byDay = Map.groupBy(runs, ({ dueAt }) => dayOf(dueAt, timeZone).date);
  return calendar.map(({ date, weekday }) => {
    const ofDay = (byDay.get(date) ?? []).map((run) => ({ run, tiers: tiersOf(store, run, tierOf) }));
    const other = together(ofDay.filter(({ tiers }) => tiers.length === 0).map(({ run }) => run));
    const tiers = TIERS.flatMap((tier) => {
      const found = together(ofDay.filter((one) => one.tiers.includes(tier)).map(({ run }) => run));
      return found ? [{ tier, ...found }] : [];
    });
    return {
      date,
      isOpen: (openingHours[weekday] ?? []).length > 0,
      tiers,
      ...(other && { other }),
      ...(date <= coveredAfter && { isPartial: true }),
    };
  });
}

/** Empty: it backed nothing up. */
function tiersOf({ history }: Store, run: Run, tierOf: ReadonlyMap<string, Tier>): Tier[] {
  if (run.tier !== undefined) return [run.tier];
  if (run.trigger === 'follow-up') return [];
  const jobs = history.jobs({ run: run.id, kinds: ['backup', 'copy'], limit: 1000 });
  return [...new Set(jobs.flatMap(({ source = '' }) => tierOf.get(source) ?? []))];
}

function together(runs: readonly Run[]): RunsOfDay | undefined {
  const statuses = runs.map(({ status }) => status);
  const status = WORST.find((one) => statuses.includes(one));
  if (status === undefined) return undefined;
  const counts = Object.fromEntries([...Map.groupBy(statuses, (one) => one)].map(([one, all]) => [one, all.length]));
  return { status, counts, runs: runs.map(({ id }) => id) };
}
