import type { SetupDraft } from '../../../../shared/model/setup-progress.ts';
import { slugOf } from '../../../../shared/model/slug-of.ts';
import { partsOf, type Source } from '../../../../shared/model/source.ts';
import { type Tier, TIERS } from '../../../../shared/model/tier.ts';
import type { OwnerClient } from '../../../api/index.ts';

export type FoundSource = Awaited<ReturnType<OwnerClient['sources']['detect']>>[number];
export type KeptLine = NonNullable<SetupDraft['sources']>[number];

/** A line of the list: something to protect, or something that could be. */
export interface SourceLine {
  source: Source;
  isStored: boolean;
  isChosen: boolean;
  /** A database server whose database and account a person has to name first. */
  needsAccount: boolean;
  bytes: number | undefined;
  newest: string | undefined;
  testedAt: string | undefined;
}

export interface KnownSources {
  stored: readonly Source[];
  found: readonly FoundSource[];
  /** What a person chose before. */
  kept: readonly KeptLine[];
}

/** Everything that is protected, was chosen, or was found, in the order of how much it matters. */
export function linesOf({ stored, found, kept }: KnownSources): SourceLine[] {
  const lines = stored.map((source) => lineOf({ source, isStored: true, isChosen: true, needsAccount: false }, kept));
  const taken = stored.map(({ id }) => id);
  for (const { source, bytes, newest, isProtected } of found) {
    if (isProtected || isSame(stored, source)) continue;
    const id = slugOf(source.id, taken);
    taken.push(id);
    const needsAccount = 'host' in source;
    const isChosen = !needsAccount && source.tier !== 'standard';
    lines.push(lineOf({ source: { ...source, id }, isStored: false, isChosen, needsAccount, bytes, newest }, kept));
  }
  return lines.toSorted((a, b) => rank(a.source.tier) - rank(b.source.tier));
}

/** What was done to lines, as it is kept until it is stored. */
export function keptOf(lines: readonly SourceLine[]): KeptLine[] {
  return lines.map(({ source, isChosen, bytes, newest, testedAt }) => ({
    source,
    isChosen,
    ...(bytes !== undefined && { bytes }),
    ...(newest !== undefined && { newest }),
    ...(testedAt !== undefined && { testedAt }),
  }));
}

/** What has to be stored and what has to go, so that exactly the chosen lines are protected. */
export function changesOf(lines: readonly SourceLine[], stored: readonly Source[]): { put: Source[]; remove: string[] } {
  const tierOf = new Map(stored.map(({ id, tier }) => [id, tier]));
  return {
    put: lines.filter(({ source, isChosen }) => isChosen && tierOf.get(source.id) !== source.tier).map(({ source }) => source),
    remove: lines.filter(({ isStored, isChosen }) => isStored && !isChosen).map(({ source }) => source.id),
  };
}

/** A source of another tier; a group's members are of the group's. */
export function withTier(source: Source, tier: Tier): Source {
  return source.kind === 'group' ? { ...source, tier, members: source.members.map((one) => ({ ...one, tier })) } : { ...source, tier };
}

type NewLine = Omit<SourceLine, 'bytes' | 'newest' | 'testedAt'> & { bytes?: number | undefined; newest?: string | undefined };

function lineOf({ source, isStored, isChosen, needsAccount, bytes, newest }: NewLine, kept: readonly KeptLine[]): SourceLine {
  const before = kept.find((one) => one.source.id === source.id);
  return {
    source: before === undefined ? source : withTier(source, before.source.tier),
    isStored,
    isChosen: before !== undefined && !needsAccount ? before.isChosen : isChosen,
    needsAccount,
    bytes: before?.bytes ?? bytes,
    newest: before?.newest ?? newest,
    testedAt: before?.testedAt,
  };
}

/** Detection looked before this was stored under the same name, or as a member of a group. */
function isSame(stored: readonly Source[], { id, kind }: Source): boolean {
  return stored.flatMap(partsOf).some((one) => one.id === id && one.kind === kind);
}

function rank(tier: Tier): number {
  return TIERS.indexOf(tier);
}
