import { isSameRepository, type RepositoryRef } from '../../shared/model/destination.ts';
import type { TierPolicy } from '../../shared/model/tier.ts';
import { openDayMinutes, openMinutesBetween } from '../scheduler/index.ts';
import type { CopyFacts, PlaceFacts, PointFacts, ProtectionFacts, SourceFacts } from './facts.ts';

const DAY = 24 * 60 * 60 * 1000;
/** An offline disk protects while it is away; one that was taken away in this time is part of a rotation. */
const ROTATION = 7 * DAY;

/** The facts with the questions that several rules ask of them. */
export class Judged {
  readonly facts: ProtectionFacts;
  readonly now: Date;

  constructor(facts: ProtectionFacts) {
    this.facts = facts;
    this.now = new Date(facts.now);
  }

  get critical(): readonly SourceFacts[] {
    return this.facts.sources.filter(({ tier }) => tier === 'critical');
  }

  policyOf({ tier }: Pick<SourceFacts, 'tier'>): TierPolicy | undefined {
    return this.facts.tiers.find((policy) => policy.tier === tier);
  }

  /** Days since a moment, counting closed ones. */
  daysSince(moment: string): number {
    return (this.now.getTime() - Date.parse(moment)) / DAY;
  }

  /** Minutes the pharmacy was open between two moments. */
  openMinutes(from: string, to: Date | string = this.now): number {
    const { openingHours, timeZone } = this.facts.clock;
    return openMinutesBetween(openingHours, timeZone, new Date(from), new Date(to));
  }

  get openDay(): number {
    return openDayMinutes(this.facts.clock.openingHours);
  }

  placeOf(ref: RepositoryRef): PlaceFacts | undefined {
    return this.facts.places.find((place) => isSameRepository(place, ref));
  }

  copiesAt(place: RepositoryRef): { source: SourceFacts; copy: CopyFacts }[] {
    return this.facts.sources.flatMap((source) =>
      source.copies.filter(({ at }) => isSameRepository(at, place)).map((copy) => ({ source, copy })),
    );
  }

  /** Copies of a source with a restore point at a place that fits. */
  copiesWhere(source: SourceFacts, fits: (place: PlaceFacts) => boolean): { place: PlaceFacts; copy: CopyFacts }[] {
    return source.copies.flatMap((copy) => {
      const place = this.placeOf(copy.at);
      return place && copy.points.length > 0 && fits(place) ? [{ place, copy }] : [];
    });
  }

  /** Whether nobody at this PC could destroy what lies there. What a test of the place found goes before what was set up. */
  isIndestructible(place: PlaceFacts): boolean {
    const [probe] = place.probes;
    if (place.isolation === 'offline') return this.isOutOfReach(place);
    if (probe !== undefined) return !probe.canDestroy;
    return place.isolation === 'immutable';
  }

  private isOutOfReach({ state, lastDetachedAt }: PlaceFacts): boolean {
    if (state !== 'here') return true;
    return lastDetachedAt !== undefined && this.now.getTime() - Date.parse(lastDetachedAt) <= ROTATION;
  }
}

/** Newest moment of any copy; undefined: never backed up. */
export function newestOf(source: SourceFacts): string | undefined {
  return latest(source.copies.map(({ points }) => points[0]?.time));
}

/** The newest restore point that no trial restore found wanting, and from before an attack that somebody fears. */
export function newestClean({ points }: CopyFacts, attackSince?: string): PointFacts | undefined {
  return points.find(({ passed, time }) => passed !== false && (attackSince === undefined || Date.parse(time) < Date.parse(attackSince)));
}

export function latest(moments: readonly (string | undefined)[]): string | undefined {
  const known = moments.filter((moment) => moment !== undefined);
  return known.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}
