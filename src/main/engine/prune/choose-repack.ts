import { LifeboatError } from '../../../shared/errors/index.ts';
import type { BlobType } from '../format/blob.ts';
import type { PruneRequest } from '../operations/contract.ts';
import type { PackUsage } from './pack-usage.ts';

/** Settings of a plan. */
export type PruneOptions = Omit<PruneRequest, 'dryRun'>;

const DEFAULT_MAX_UNUSED = { percent: 5 } as const;
/** A pack below this many bytes is worth joining with others; full ones have 16 MiB. */
const SMALL_PACK_BYTES = 4 * 1024 * 1024;

/**
 * Which packs with something to keep are written anew: those that mix content and directories, directories with unused
 * parts, then content with the largest unused share until what stays unused is within the limit; small ones if asked for.
 */
export function chooseRepack(packs: readonly PackUsage[], options: PruneOptions): PackUsage[] {
  const budget = new Budget(options.maxRepackBytes);
  const candidates = packs.filter((pack) => pack.type === 'tree' || !options.repackCacheableOnly);
  const chosen = candidates.filter((pack) => isAlwaysRepacked(pack)).filter((pack) => budget.take(pack));
  let wasted = packs.reduce((sum, pack) => sum + wasteOf(pack), 0) - chosen.reduce((sum, pack) => sum + wasteOf(pack), 0);
  const most = mostWaste(packs, options.maxUnused);
  for (const pack of candidates.filter((other) => other.type === 'data' && wasteOf(other) > 0).sort(byWaste)) {
    if (wasted <= most) break;
    if (!budget.take(pack)) continue;
    chosen.push(pack);
    wasted -= wasteOf(pack);
  }
  if (options.repackSmall) chosen.push(...smallToJoin(candidates, chosen).filter((pack) => budget.take(pack)));
  return chosen;
}

/** Bytes of a pack that nothing needs. */
export function wasteOf(pack: PackUsage): number {
  return pack.unused.bytes + pack.duplicate.bytes;
}

/** Directories are read often and are small beside content, so they are kept dense. */
function isAlwaysRepacked(pack: PackUsage): boolean {
  return pack.type === 'mixed' || (pack.type === 'tree' && wasteOf(pack) > 0);
}

function byWaste(a: PackUsage, b: PackUsage): number {
  return wasteOf(b) / b.size - wasteOf(a) / a.size || (a.id < b.id ? -1 : 1);
}

/** Bytes that may stay unused. */
function mostWaste(packs: readonly PackUsage[], limit: PruneOptions['maxUnused'] = DEFAULT_MAX_UNUSED): number {
  if (limit === 'unlimited') return Number.POSITIVE_INFINITY;
  if ('bytes' in limit) return checked('maxUnused', limit.bytes, Number.MAX_SAFE_INTEGER);
  const percent = checked('maxUnused', limit.percent, 100);
  const used = packs.reduce((sum, pack) => sum + pack.used.bytes, 0);
  // Of what the repository then holds: used plus unused.
  return percent === 100 ? Number.POSITIVE_INFINITY : (used * percent) / (100 - percent);
}

/** Small packs of a kind; a single one has nothing to be joined with, unless others of its kind are written anew. */
function smallToJoin(candidates: readonly PackUsage[], chosen: readonly PackUsage[]): PackUsage[] {
  const small = candidates.filter((pack) => pack.size < SMALL_PACK_BYTES && !chosen.includes(pack));
  const hasCompany = (type: BlobType): boolean =>
    small.filter((pack) => pack.type === type).length > 1 || chosen.some((pack) => pack.type === type);
  return small.filter((pack) => pack.type !== 'mixed' && hasCompany(pack.type));
}

function checked(name: string, value: number, most: number): number {
  if (value >= 0 && value <= most) return value;
  throw new LifeboatError('value-invalid', { name, value: String(value), expected: `0 ... ${most}` });
}

/** How much may be written anew. */
class Budget {
  #left: number;

  constructor(bytes: number | undefined) {
    this.#left = bytes === undefined ? Number.POSITIVE_INFINITY : checked('maxRepackBytes', bytes, Number.MAX_SAFE_INTEGER);
  }

  take(pack: PackUsage): boolean {
    if (pack.size > this.#left) return false;
    this.#left -= pack.size;
    return true;
  }
}
