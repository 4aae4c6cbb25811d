import { type Disaster, DISASTERS } from '../../shared/model/protection.ts';
import { nextDueAt } from '../scheduler/index.ts';
import type { CopyFacts, PlaceFacts, PointFacts, SourceFacts } from './facts.ts';
import { type Judged, newestClean } from './judged.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A copy in the house is preferred while it costs no more than so many minutes of work more than one elsewhere. */
const WORTH_HAVING_HERE = 120;

type DisasterName = (typeof DISASTERS)[number];

/** What each disaster would cost if it struck now, each from the one place that would serve best. */
export function assessDisasters(judged: Judged): Disaster[] {
  return DISASTERS.map((disaster) => {
    const sources = judged.critical.length > 0 ? judged.critical : judged.facts.sources;
    const ways = judged.facts.places
      .filter((place) => survives(judged, place, disaster))
      .map((place) => wayBack(judged, sources, place, disaster));
    const [best] = ways.filter(({ held }) => held > 0).toSorted((a, b) => b.held - a.held || cost(a, disaster) - cost(b, disaster));
    return best ? described(best, disaster) : { disaster, measuredBy: 'not-measured', isProven: false };
  });
}

function survives(judged: Judged, place: PlaceFacts, disaster: DisasterName): boolean {
  // A local disk dies or burns with the PC; a folder that is elsewhere does not.
  if (disaster === 'pc-dies') return place.kind !== 'folder' || place.site === 'off-site';
  return disaster === 'building-burns' ? place.site === 'off-site' : judged.isIndestructible(place);
}

/** Bringing everything that counts back from one place. */
interface WayBack {
  place: PlaceFacts;
  /** Sources it has a usable restore point of. */
  held: number;
  /** Undefined: one of the sources is not there at all. */
  loseMinutes: number | undefined;
  measured: Measured[];
  isProven: boolean;
  lockedUntil: string | undefined;
}

function wayBack(judged: Judged, sources: readonly SourceFacts[], place: PlaceFacts, disaster: DisasterName): WayBack {
  const found = sources.flatMap((source) => {
    const copy = judged.copiesWhere(source, (one) => one === place)[0]?.copy;
    // Ransomware may have been at work for days: only what no trial restore found wanting counts.
    const point = copy && (disaster === 'ransomware' ? newestClean(copy, judged.facts.attack?.since) : copy.points[0]);
    return copy && point ? [{ source, copy, point }] : [];
  });
  const losses = found.map(({ source, point }) => loss(judged, source, point));
  return {
    place,
    held: found.length,
    loseMinutes: found.length < sources.length ? undefined : Math.max(...losses),
    measured: found.map(({ copy, point }) => measure(copy, point, place)),
    isProven: found.length === sources.length && found.every(({ copy }) => copy.lastPassed !== undefined),
    lockedUntil:
      disaster === 'ransomware'
        ? lockedUntil(
            place,
            found.map(({ point }) => point),
          )
        : undefined,
  };
}

/**
 * Minutes of work between a restore point and the next planned run: the worst moment to strike is just before a newer
 * copy is made. In open time, since work can only be lost while there is some.
 */
function loss(judged: Judged, source: SourceFacts, point: PointFacts): number {
  const policy = judged.policyOf(source);
  const until = policy ? nextDueAt(policy.schedule, judged.facts.clock, judged.now) : judged.now;
  return judged.openMinutes(point.time, until);
}

interface Measured {
  by: Disaster['measuredBy'];
  minutes: number;
  at?: string;
}

/** Minutes that bringing a restore point back takes: by its trial restore, for the bytes it has now; else by the place's speed. */
function measure({ lastPassed }: CopyFacts, { bytes }: PointFacts, { probes }: PlaceFacts): Measured {
  if (lastPassed && lastPassed.bytes > 0) {
    const growth = Math.max(1, bytes / lastPassed.bytes);
    return { by: 'proof', minutes: (lastPassed.seconds / 60) * growth, at: lastPassed.at };
  }
  const [probe] = probes;
  if (probe && probe.bytesPerSecondRead > 0) return { by: 'line-speed', minutes: bytes / probe.bytesPerSecondRead / 60, at: probe.at };
  return { by: 'not-measured', minutes: 0 };
}

function lockedUntil({ probes }: PlaceFacts, points: readonly PointFacts[]): string | undefined {
  const days = probes[0]?.immutabilityDays;
  if (days === undefined || points.length === 0) return undefined;
  const oldest = Math.min(...points.map(({ time }) => Date.parse(time)));
  return new Date(oldest + days * DAY).toISOString();
}

function cost({ loseMinutes, place, isProven }: WayBack, disaster: DisasterName): number {
  const bonus = disaster === 'pc-dies' && place.site === 'on-site' ? WORTH_HAVING_HERE : 0;
  // Of two that cost the same, the one that was proven.
  return (loseMinutes ?? Number.MAX_SAFE_INTEGER) - bonus - (isProven ? 1 : 0);
}

function described({ place, loseMinutes, measured, isProven, lockedUntil: lock }: WayBack, disaster: DisasterName): Disaster {
  const by = (['not-measured', 'line-speed', 'proof'] as const).find((kind) => measured.some((one) => one.by === kind)) ?? 'not-measured';
  const moments = measured.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const oldest = moments.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
  return {
    disaster,
    destination: place.destination,
    ...(place.disk !== undefined && { disk: place.disk }),
    ...(loseMinutes !== undefined && { loseMinutes: Math.ceil(loseMinutes) }),
    ...(by !== 'not-measured' && { backInMinutes: inMinutes(measured) }),
    measuredBy: by,
    ...(oldest !== undefined && by !== 'not-measured' && { measuredAt: oldest }),
    isProven,
    ...(lock !== undefined && { lockedUntil: lock }),
  };
}

/** Whole minutes; below one as exactly as it was measured. */
function inMinutes(measured: readonly Measured[]): number {
  const minutes = measured.reduce((sum, one) => sum + one.minutes, 0);
  return minutes < 1 ? minutes : Math.ceil(minutes);
}
