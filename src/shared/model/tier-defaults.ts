import type { Settings } from './installation.ts';
import type { OpeningHours, Schedule, TimeOfDay } from './schedule.ts';
import type { Source } from './source.ts';
import type { Retention, Tier, TierPolicy } from './tier.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Steps in which a suggested interval is chosen, in minutes. */
const STEP = 30;

/** The proposed security rule of January 2025 (90 FR 898): copies no older than this, systems back within this. A proposal, not law. */
const PROPOSED_COPY_AGE = 48 * HOUR;
const PROPOSED_BACK_WITHIN = 72 * HOUR;
const PROPOSED_PROOF_DAYS = 30;

/**
 * Months of controlled-substance records that stay: two years (21 CFR 1304.04, 1311.305). The snapshot of a month is its
 * newest, so the current month and the one that two years ago falls into are counted as well.
 */
const CONTROLLED_MONTHS = 26;

const RETENTION: Readonly<Record<Tier, Retention>> = {
  critical: { hourly: 24, daily: 30, weekly: 12, monthly: 24, yearly: 2 },
  important: { last: 4, daily: 30, weekly: 12, monthly: 24 },
  standard: { last: 2, daily: 14, weekly: 8, monthly: 12 },
};

/** Everything of an installation that nobody has set yet. */
export function defaultSettings(hours: OpeningHours): Settings {
  return { tiers: defaultTiers(hours), bandwidth: {}, quietHours: [], weeklyMail: true, profile: 'standard' };
}

/**
 * Sensible promises for a pharmacy with these opening hours. Recovery points are in open time: what cannot change while
 * the pharmacy is closed does not age. Without opening hours (open round the clock, or not told) it is plain time.
 */
export function defaultTiers(hours: OpeningHours): TierPolicy[] {
  const longest = longestDay(hours);
  const interval = twiceADay(longest);
  const during = longest === undefined ? 'always' : 'opening-hours';
  const span = longest === undefined ? DAY : longest.to - longest.from;
  const every = (minutes: number): Schedule => ({ kind: 'every', minutes, during });
  return [
    policy('critical', every(HOUR), { rpoMinutes: 2 * HOUR, rtoMinutes: 4 * HOUR, proofEveryDays: 7 }),
    policy('important', every(interval), { rpoMinutes: interval + 2 * HOUR, rtoMinutes: DAY, proofEveryDays: 30 }),
    policy('standard', every(DAY), { rpoMinutes: span + 2 * HOUR, rtoMinutes: 3 * DAY, proofEveryDays: 90 }),
  ];
}

/**
 * The policy of every tier, made strict enough for a profile; a tier nobody has set has the sensible one. `hipaa-proposal` follows the numbers of a proposed rule that is not in force:
 * copies at most 48 hours old, working again within 72 hours, a trial restore every month.
 */
export function policiesOf({ tiers, profile }: Pick<Settings, 'tiers' | 'profile'>, hours: OpeningHours): TierPolicy[] {
  const spare = defaultTiers(hours).filter(({ tier }) => !tiers.some((one) => one.tier === tier));
  const complete = [...tiers, ...spare];
  if (profile === 'standard') return complete;
  return complete.map((tier) => ({
    ...tier,
    rpoMinutes: Math.min(tier.rpoMinutes, PROPOSED_COPY_AGE),
    rtoMinutes: Math.min(tier.rtoMinutes, PROPOSED_BACK_WITHIN),
    proofEveryDays: Math.min(tier.proofEveryDays, PROPOSED_PROOF_DAYS),
  }));
}

/** At most so old may a copy be in plain time, open or closed, in minutes; undefined: the profile does not say. */
export function copyAgeLimit(profile: Settings['profile']): number | undefined {
  return profile === 'hipaa-proposal' ? PROPOSED_COPY_AGE : undefined;
}

/** How many restore points of a source stay: its tier's retention, and two years at least of controlled-substance records. */
export function retentionFor(
  { retention }: Pick<TierPolicy, 'retention'>,
  { controlledSubstances }: Pick<Source, 'controlledSubstances'>,
): Retention {
  if (!controlledSubstances) return retention;
  return { ...retention, monthly: Math.max(retention.monthly ?? 0, CONTROLLED_MONTHS) };
}

function policy(tier: Tier, schedule: Schedule, targets: Pick<TierPolicy, 'rpoMinutes' | 'rtoMinutes' | 'proofEveryDays'>): TierPolicy {
  return { tier, schedule, retention: RETENTION[tier], ...targets };
}

interface OpenDay {
  from: number;
  to: number;
  spans: readonly { from: number; to: number }[];
}

/** The day with the most time between opening and closing; undefined: no opening hours are known. */
function longestDay(hours: OpeningHours): OpenDay | undefined {
  const days = Object.values(hours)
    .filter((day) => day.length > 0)
    .map((day): OpenDay => {
      const spans = day.map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }));
      return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)), spans };
    });
  return days.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
}

/** Minutes from opening to a moment about the middle of the day that lies in no break, so that it and closing make two. */
function twiceADay(day: OpenDay | undefined): number {
  if (day === undefined) return DAY / 2;
  const half = Math.max(HOUR, Math.ceil((day.to - day.from) / 2 / STEP) * STEP);
  for (let minutes = half; day.from + minutes < day.to; minutes += STEP) {
    const moment = day.from + minutes;
    if (day.spans.some(({ from, to }) => from <= moment && moment <= to)) return minutes;
  }
  return half;
}

function minuteOf(time: TimeOfDay): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR + minutes;
}
