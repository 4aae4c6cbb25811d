import type { PruneRequest } from '../../engine/index.ts';
import type { OptionSpec } from './declare.ts';
import { parseSize } from './size.ts';
import { parseMaxUnused } from './unused.ts';

/** Options that say how prune works; forget has them too. */
export interface PruneOptions {
  maxUnused?: NonNullable<PruneRequest['maxUnused']>;
  maxRepackSize?: number;
  repackCacheableOnly?: boolean;
  repackSmall?: boolean;
}

/** Their declarations. */
export const PRUNE_OPTIONS: readonly OptionSpec[] = [
  { flags: '--max-unused <limit>', parse: parseMaxUnused },
  { flags: '--max-repack-size <size>', parse: parseSize },
  { flags: '--repack-cacheable-only' },
  { flags: '--repack-small' },
];

/** The request those options make. */
export function pruneRequest(options: PruneOptions, dryRun: boolean): PruneRequest {
  return {
    dryRun,
    ...(options.maxUnused !== undefined && { maxUnused: options.maxUnused }),
    ...(options.maxRepackSize !== undefined && { maxRepackBytes: options.maxRepackSize }),
    repackCacheableOnly: options.repackCacheableOnly === true,
    repackSmall: options.repackSmall === true,
  };
}
