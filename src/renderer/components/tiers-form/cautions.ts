import type { Settings } from '../../../shared/model/installation.ts';
import { longestGap } from '../../../shared/model/schedule-minutes.ts';
import type { OpeningHours } from '../../../shared/model/schedule.ts';
import type { Source } from '../../../shared/model/source.ts';
import { defaultTiers, policiesOf, retentionFor } from '../../../shared/model/tier-defaults.ts';
import type { Retention, Tier, TierPolicy } from '../../../shared/model/tier.ts';

/** Something to know about the promises of a tier before they are saved. */
export type Caution =
  /** Two years stay of these sources, whatever is set. */
  | { kind: 'controlled'; tier: Tier; sources: string[] }
  /** Less than two years stay, and nothing in the tier is marked as holding controlled-substance records. */
  | { kind: 'under-two-years'; tier: Tier }
  /** So many minutes of open time may pass between two backups: more than is promised. */
  | { kind: 'schedule'; tier: Tier; minutes: number }
  /** The profile asks for more, and that counts. */
  | { kind: 'profile'; tier: Tier };

export interface Promised {
  tiers: readonly TierPolicy[];
  profile: Settings['profile'];
  hours: OpeningHours;
  sources: readonly Pick<Source, 'name' | 'tier' | 'controlledSubstances'>[];
}

/** What is said about targets. */
export function targetCautions({ tiers, profile, hours }: Promised): Caution[] {
  const strict = policiesOf({ tiers: [...tiers], profile }, hours);
  return tiers.flatMap((policy): Caution[] => {
    const { tier, schedule, rpoMinutes } = policy;
    const minutes = longestGap(schedule, hours);
    return [
      ...(minutes > rpoMinutes ? [{ kind: 'schedule' as const, tier, minutes }] : []),
      ...(isStricter(strict, policy) ? [{ kind: 'profile' as const, tier }] : []),
    ];
  });
}

/** What is said about what is kept: floors that hold, and those that a person goes below. */
export function keepCautions({ tiers, hours, sources }: Promised): Caution[] {
  return tiers.flatMap((policy): Caution[] => {
    const { tier, retention } = policy;
    const inIt = sources.filter((source) => source.tier === tier);
    const raised = inIt.filter((source) => lifted(policy, source));
    const suggested = defaultTiers(hours).find((one) => one.tier === tier)?.retention ?? {};
    const isLess = monthsKept(retention) < Math.min(TWO_YEARS, monthsKept(suggested));
    return [
      ...(raised.length > 0 ? [{ kind: 'controlled' as const, tier, sources: raised.map(({ name }) => name) }] : []),
      ...(isLess && inIt.some(({ controlledSubstances }) => !controlledSubstances) ? [{ kind: 'under-two-years' as const, tier }] : []),
    ];
  });
}

const TWO_YEARS = 24;

/** Whether the floor of controlled-substance records keeps more of a source than its tier would. */
function lifted(policy: TierPolicy, source: Pick<Source, 'controlledSubstances'>): boolean {
  return (retentionFor(policy, source).monthly ?? 0) > (policy.retention.monthly ?? 0);
}

/** How far back the restore points of a retention reach, in months, once so much time has passed. */
function monthsKept({ daily = 0, weekly = 0, monthly = 0, yearly = 0 }: Retention): number {
  return Math.max(daily / 30, weekly / 4.3, monthly, yearly * 12);
}

function isStricter(strict: readonly TierPolicy[], { tier, rpoMinutes, rtoMinutes, proofEveryDays }: TierPolicy): boolean {
  const asked = strict.find((one) => one.tier === tier);
  return asked !== undefined && (asked.rpoMinutes < rpoMinutes || asked.rtoMinutes < rtoMinutes || asked.proofEveryDays < proofEveryDays);
}
