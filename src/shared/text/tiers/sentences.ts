import type { Settings } from '../../model/installation.ts';
import type { Weekday } from '../../model/schedule.ts';
import type { Retention, Tier } from '../../model/tier.ts';

/** One language's words for tiers, schedules and retention. */
export interface TierSentences {
  tiers: Readonly<Record<Tier, string>>;
  weekdays: Readonly<Record<Weekday, string>>;
  /** Ends a list: `and`. */
  and: string;
  every: (minutes: number) => string;
  everyWhileOpen: (interval: string) => string;
  everyAlways: (interval: string) => string;
  atClosing: string;
  onceADay: string;
  at: (times: string, days: string | undefined) => string;
  keep: { readonly [K in keyof Retention]-?: (count: number) => string };
  kept: (parts: string) => string;
  profiles: Readonly<Record<Settings['profile'], { name: string; about: string }>>;
}
