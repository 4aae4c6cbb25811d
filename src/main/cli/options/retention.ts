import type { RetentionPolicy } from '../../engine/index.ts';
import { parseKeepCount } from './count.ts';
import type { OptionSpec } from './declare.ts';
import { checkedDuration } from './duration.ts';
import { parseTags } from './tags.ts';

/** Options that say what to keep. */
export interface KeepOptions {
  keepLast?: number;
  keepHourly?: number;
  keepDaily?: number;
  keepWeekly?: number;
  keepMonthly?: number;
  keepYearly?: number;
  keepWithin?: string;
  keepWithinHourly?: string;
  keepWithinDaily?: string;
  keepWithinWeekly?: string;
  keepWithinMonthly?: string;
  keepWithinYearly?: string;
  keepTag?: string[][];
}

/** Their declarations. `-H` means hourly here, as in restic, so `--host` has no short form in this command. */
export const KEEP_OPTIONS: readonly OptionSpec[] = [
  { flags: '-l, --keep-last <n>', parse: parseKeepCount },
  { flags: '-H, --keep-hourly <n>', parse: parseKeepCount },
  { flags: '-d, --keep-daily <n>', parse: parseKeepCount },
  { flags: '-w, --keep-weekly <n>', parse: parseKeepCount },
  { flags: '-m, --keep-monthly <n>', parse: parseKeepCount },
  { flags: '-y, --keep-yearly <n>', parse: parseKeepCount },
  { flags: '--keep-within <duration>', parse: checkedDuration },
  { flags: '--keep-within-hourly <duration>', parse: checkedDuration },
  { flags: '--keep-within-daily <duration>', parse: checkedDuration },
  { flags: '--keep-within-weekly <duration>', parse: checkedDuration },
  { flags: '--keep-within-monthly <duration>', parse: checkedDuration },
  { flags: '--keep-within-yearly <duration>', parse: checkedDuration },
  { flags: '--keep-tag <tags>', parse: parseTags, repeatable: true },
];

const FIELDS = {
  last: 'keepLast',
  hourly: 'keepHourly',
  daily: 'keepDaily',
  weekly: 'keepWeekly',
  monthly: 'keepMonthly',
  yearly: 'keepYearly',
  within: 'keepWithin',
  withinHourly: 'keepWithinHourly',
  withinDaily: 'keepWithinDaily',
  withinWeekly: 'keepWithinWeekly',
  withinMonthly: 'keepWithinMonthly',
  withinYearly: 'keepWithinYearly',
  tags: 'keepTag',
} as const satisfies Record<keyof RetentionPolicy, keyof KeepOptions>;

/** The policy those options ask for, or undefined if none was given. */
export function retentionPolicy(options: KeepOptions): RetentionPolicy | undefined {
  const entries = Object.entries(FIELDS).map(([field, option]) => [field, options[option]] as const);
  const given = entries.filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : (Object.fromEntries(given) as RetentionPolicy);
}
