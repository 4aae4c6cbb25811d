import type { Tier } from '../../../model/tier.ts';

/** One language's words of when backups run. */
export interface TiersFormTexts {
  schedule: (tier: string) => string;
  about: Readonly<Record<Tier, string>>;
  everyWhileOpen: (minutes: number) => string;
  atClosing: string;
  atTimes: string;
  times: string;
  timesHint: string;
  lose: (length: string) => string;
  proof: (days: number) => string;
  nothingInIt: string;
  week: { title: string; open: string; table: string; day: string; runs: (count: number) => string; none: string };
  bandwidth: { title: string; about: string; whileOpen: string; whileClosed: string; hint: string };
  profile: string;
}
