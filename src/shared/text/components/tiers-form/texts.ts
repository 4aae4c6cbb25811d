import type { Retention, Tier } from '../../../model/tier.ts';

/** One language's words of when backups run. */
export interface TiersFormTexts {
  schedule: (tier: string) => string;
  about: Readonly<Record<Tier, string>>;
  everyWhileOpen: (minutes: number) => string;
  everyAlways: (minutes: number) => string;
  atClosing: string;
  onceADay: string;
  /** Also while the pharmacy is closed. */
  dayAndNight: string;
  atTimes: string;
  times: string;
  timesHint: string;
  days: (tier: string) => string;
  lose: (length: string) => string;
  proof: (days: number) => string;
  nothingInIt: string;
  week: { title: string; open: string; table: string; day: string; runs: (count: number) => string; none: string };
  bandwidth: { title: string; about: string; whileOpen: string; whileClosed: string; hint: string };
  profile: string;
  /** `lose`, `back` and `proof` stand above the numbers, and name each together with its tier. */
  targets: { title: string; lead: string; tier: string; lose: string; back: string; proof: string; everyDays: (days: number) => string };
  keep: {
    title: string;
    lead: string;
    tier: string;
    spans: Readonly<Record<keyof Retention, string>>;
    nothing: string;
    suggested: string;
  };
  cautions: {
    controlled: (tier: string, sources: string) => string;
    underTwoYears: (tier: string) => string;
    schedule: (tier: string, length: string) => string;
    profile: (tier: string) => string;
  };
}
