import type { PruneRequest } from '../../engine/index.ts';
import { invalid } from './invalid.ts';
import { sizeOrUndefined } from './size.ts';

/** How much unused data may stay: `5%`, a size such as `1G`, or `unlimited`. */
export function parseMaxUnused(value: string, name: string): NonNullable<PruneRequest['maxUnused']> {
  if (value === 'unlimited') return 'unlimited';
  const share = /^(\d+(?:\.\d+)?)%$/.exec(value);
  if (share && Number(share[1]) < 100) return { percent: Number(share[1]) };
  const bytes = sizeOrUndefined(value);
  if (bytes === undefined) throw invalid(name, value, '5%, 1G, unlimited');
  return { bytes };
}
