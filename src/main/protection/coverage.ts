import type { Coverage, ThreeTwoOne } from '../../shared/model/protection.ts';
import type { CopyFacts, PlaceFacts, SourceFacts } from './facts.ts';
import { type Judged, newestOf } from './judged.ts';
import { isFirstUpload } from './reasons-of-copies.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Every source at every repository. */
export function assessCoverage(judged: Judged): Coverage[] {
  return judged.facts.sources.flatMap((source) =>
    judged.facts.places.map((place) => {
      const copy = source.copies.find(({ at }) => judged.placeOf(at) === place);
      const newest = copy?.points[0]?.time;
      const proven = copy?.lastPassed?.pointTime;
      return {
        source: source.id,
        tier: source.tier,
        destination: place.destination,
        ...(place.disk !== undefined && { disk: place.disk }),
        ...(newest !== undefined && { newest }),
        ...(proven !== undefined && { newestProven: proven }),
        ...lockOf(place, newest),
        mark: markOf(judged, source, place, copy),
      };
    }),
  );
}

function lockOf({ probes }: PlaceFacts, newest: string | undefined): { lockedUntil?: string } {
  const days = probes[0]?.immutabilityDays;
  return days === undefined || newest === undefined ? {} : { lockedUntil: new Date(Date.parse(newest) + days * DAY).toISOString() };
}

function markOf(judged: Judged, source: SourceFacts, place: PlaceFacts, copy: CopyFacts | undefined): Coverage['mark'] {
  if (copy && isFirstUpload(copy)) return 'first-upload';
  if (place.state === 'away') return copy?.points.length ? 'away' : 'never';
  if (copy?.lastJob?.status === 'failed' || hasTrouble(place)) return 'failing';
  const [newest] = copy?.points ?? [];
  if (!newest) return 'never';
  return judged.openMinutes(newest.time, newestOf(source)) > judged.openDay ? 'behind' : 'fine';
}

function hasTrouble({ state }: PlaceFacts): boolean {
  return state === 'unreachable' || state === 'credential-expired' || state === 'credential-missing';
}

/**
 * The 3-2-1-1-0 rule for what is critical: three copies with the live data, two kinds of place, one off-site, one that
 * cannot be destroyed, no errors in the trial restores and checks.
 */
export function assessThreeTwoOne(judged: Judged): ThreeTwoOne {
  const sources = judged.critical.length > 0 ? judged.critical : judged.facts.sources;
  const places = judged.facts.places.filter((place) => sources.length > 0 && sources.every((source) => holds(judged, source, place)));
  // A local disk is the same kind of place as the PC's own.
  const kinds = new Set(['folder', ...places.map(({ kind }) => kind)]).size;
  const copies = places.length + 1;
  const offSite = places.filter(({ site }) => site === 'off-site').length;
  const indestructible = places.filter((place) => judged.isIndestructible(place)).length;
  const errors = failedProofs(sources) + judged.facts.places.filter(({ lastCheck }) => lastCheck?.error?.code === 'damage-found').length;
  const isProven = sources.length > 0 && sources.every(({ copies: all }) => all.some(({ lastPassed }) => lastPassed !== undefined));
  const isMet = copies >= 3 && kinds >= 2 && offSite >= 1 && indestructible >= 1 && errors === 0 && isProven;
  return { copies, kinds, offSite, indestructible, errors, isMet };
}

function holds(judged: Judged, source: SourceFacts, place: PlaceFacts): boolean {
  return judged.copiesWhere(source, (one) => one === place).length > 0;
}

function failedProofs(sources: readonly SourceFacts[]): number {
  return sources.flatMap(({ copies }) => copies).filter(({ lastProof }) => lastProof?.passed === false).length;
}
