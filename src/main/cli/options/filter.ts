import type { SnapshotFilter } from '../../engine/index.ts';
import type { OptionSpec } from './declare.ts';
import { parseTags } from './tags.ts';

/** Options that choose snapshots. */
export interface FilterOptions {
  host?: string[];
  tag?: string[][];
  path?: string[];
}

/** Their declarations. */
export const FILTER_OPTIONS: readonly OptionSpec[] = [
  { flags: '-H, --host <name>', repeatable: true },
  { flags: '--tag <tags>', parse: parseTags, repeatable: true },
  { flags: '--path <path>', repeatable: true },
];

/** The filter those options ask for. */
export function snapshotFilter({ host, tag, path }: FilterOptions): SnapshotFilter {
  return { ...(host && { hosts: host }), ...(tag && { tags: tag }), ...(path && { paths: path }) };
}
