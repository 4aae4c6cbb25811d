import type { Site } from '../../shared/model/destination.ts';
import type { Reason } from '../../shared/model/protection.ts';
import type { CopyFacts, SourceFacts } from './facts.ts';
import { type Judged, latest, newestOf } from './judged.ts';

/** Days that a trial restore may come later than the tier asks for. */
const PROOF_GRACE = 7;

/** What is wrong with the copies of one source: where they are, whether they came back, whether one cannot be destroyed. */
export function reasonsOfCopies(judged: Judged, source: SourceFacts): Reason[] {
  const failed = source.copies.flatMap((copy) => failedProof(source, copy));
  // What can only be so is not told as well: there is no place, or no copy at all.
  if (newestOf(source) === undefined || judged.facts.places.length === 0) return failed;
  return [
    ...failed,
    ...offSiteReasons(judged, source),
    ...(['on-site', 'off-site'] as const).flatMap((site) => proofReasons(judged, source, site)),
    ...protectedCopyReasons(judged, source),
  ];
}

/** What a trial restore says of the copy itself is worse than what it says of the source: that is told as a reason of its own. */
function failedProof(source: SourceFacts, { at, lastProof }: CopyFacts): Reason[] {
  if (lastProof === undefined || lastProof.passed) return [];
  const isOfSource = lastProof.findings.length > 0 && lastProof.findings.every((kind) => kind === 'shrunk' || kind === 'stale');
  const severity = source.tier === 'critical' && !isOfSource ? 'red' : 'amber';
  return [{ code: 'proof-failed', severity, source: source.id, ...at, at: lastProof.at }];
}

function offSiteReasons(judged: Judged, source: SourceFacts): Reason[] {
  if (source.tier === 'standard') return [];
  const copies = judged.copiesWhere(source, ({ site }) => site === 'off-site');
  if (copies.length === 0) return [judgedUpload(judged, source) ?? { code: 'no-off-site-copy', severity: 'amber', source: source.id }];
  const newest = latest(copies.map(({ copy }) => copy.points[0]?.time));
  const rotates = copies.every(({ place }) => place.kind === 'usb-set');
  const limitDays = Math.max(...copies.map(({ place }) => place.awayLimitDays ?? 0)) + 1;
  const rpo = judged.policyOf(source)?.rpoMinutes ?? 0;
  if (newest === undefined) return [];
  const isBehind = rotates ? judged.daysSince(newest) > limitDays : judged.openMinutes(newest) > judged.openDay + rpo;
  return isBehind ? [{ code: 'off-site-behind', severity: 'amber', source: source.id, at: newest }] : [];
}

/** The first upload takes days on a slow line; as long as it goes on it is told as what it is. */
function judgedUpload(judged: Judged, source: SourceFacts): Reason | undefined {
  const uploading = source.copies.find((copy) => judged.placeOf(copy.at)?.site === 'off-site' && isFirstUpload(copy));
  return uploading && { code: 'first-upload-running', severity: 'amber', source: source.id, ...uploading.at };
}

/** Whether work on the very first copy at a place goes on, or stopped in the middle and will go on. */
export function isFirstUpload({ points, lastJob }: CopyFacts): boolean {
  return points.length === 0 && lastJob !== undefined && ['running', 'scheduled', 'interrupted'].includes(lastJob.status);
}

function proofReasons(judged: Judged, source: SourceFacts, site: Site): Reason[] {
  const copies = judged.copiesWhere(source, (place) => place.site === site);
  const code = site === 'on-site' ? 'not-proven-on-site' : 'not-proven-off-site';
  const proven = latest(copies.map(({ copy }) => copy.lastPassed?.at));
  if (proven === undefined) {
    // Without any copy off-site there is a reason already that says so.
    const isTold = site === 'off-site' && copies.length === 0;
    return source.tier === 'critical' && !isTold ? [{ code, severity: 'amber', source: source.id }] : [];
  }
  const every = judged.policyOf(source)?.proofEveryDays;
  if (every === undefined || judged.daysSince(proven) <= every + PROOF_GRACE) return [];
  const [first] = copies;
  return [{ code: 'proof-overdue', severity: 'amber', source: source.id, ...(first && first.copy.at), at: proven }];
}

function protectedCopyReasons(judged: Judged, source: SourceFacts): Reason[] {
  if (source.tier !== 'critical') return [];
  const isSafe = judged.copiesWhere(source, (place) => judged.isIndestructible(place)).length > 0;
  return isSafe ? [] : [{ code: 'no-protected-copy', severity: 'amber', source: source.id }];
}
