import type { Reason } from '../../shared/model/protection.ts';
import type { JobFacts, PlaceFacts } from './facts.ts';
import type { Judged } from './judged.ts';
import { spaceOf } from './space.ts';

/** Days before its end that somebody is told about a credential. */
const CREDENTIAL_NOTICE = 14;
/** So many tries that got nowhere make a place that fails; one alone may be a restart of the router. */
const TRIES = 2;
const FULL_SOON = 30;
const HARDLY_ANY_BYTES = 2 * 1024 ** 3;
const MAINTENANCE_DAYS = 35;

/** What is wrong with one repository and the way to it. */
export function reasonsOfPlace(judged: Judged, place: PlaceFacts): Reason[] {
  const credential = credentialReasons(judged, place);
  return [
    ...credential,
    // A place that is not let in fails for a reason that is told already.
    ...(credential.some(({ code }) => code === 'credential-expired') ? [] : failureReasons(place)),
    ...awayReasons(judged, place),
    ...spaceReasons(place),
    ...damageReasons(judged, place),
    ...maintenanceReasons(judged, place),
    ...(place.otherWriterAt === undefined ? [] : [about(place, 'other-installation-writes', 'red', { at: place.otherWriterAt })]),
  ];
}

function credentialReasons(judged: Judged, place: PlaceFacts): Reason[] {
  const { state, credentialEndsAt: at } = place;
  const hasEnded = at !== undefined && Date.parse(at) <= judged.now.getTime();
  if (hasEnded || state === 'credential-expired' || state === 'credential-missing') {
    return [about(place, 'credential-expired', 'amber', at === undefined ? {} : { at })];
  }
  if (at === undefined) return [];
  const days = Math.ceil(-judged.daysSince(at));
  return days <= CREDENTIAL_NOTICE ? [about(place, 'credential-expires-soon', 'amber', { at, value: days })] : [];
}

function failureReasons(place: PlaceFacts): Reason[] {
  // One try says it all: no later one will open it.
  const [newest] = place.lastJobs;
  if (newest?.error?.code === 'wrong-password') return [about(place, 'place-not-opened', 'amber', { at: newest.at })];
  const tries = place.lastJobs.slice(0, TRIES);
  const first = tries.at(-1);
  if (first === undefined || tries.length < TRIES || !tries.every(isFailure)) return [];
  return [about(place, 'destination-failing', 'amber', { at: first.at })];
}

function isFailure({ status, reason }: JobFacts): boolean {
  return status === 'failed' || (status === 'skipped' && (reason === 'destination-unreachable' || reason === 'no-room'));
}

function awayReasons(judged: Judged, place: PlaceFacts): Reason[] {
  const { kind, state, lastSeenAt: at, awayLimitDays } = place;
  if (kind !== 'usb-set' || state === 'here' || at === undefined || awayLimitDays === undefined) return [];
  const days = Math.floor(judged.daysSince(at));
  return days >= awayLimitDays ? [about(place, 'disk-away-too-long', 'amber', { at, value: days })] : [];
}

function spaceReasons(place: PlaceFacts): Reason[] {
  const space = spaceOf(place);
  if (!space) return [];
  const { fullInDays, freeBytes } = space;
  const isSoon = fullInDays !== undefined && fullInDays <= FULL_SOON;
  if (!isSoon && freeBytes >= HARDLY_ANY_BYTES) return [];
  return [about(place, 'destination-nearly-full', 'amber', isSoon ? { value: Math.floor(fullInDays) } : {})];
}

function damageReasons(judged: Judged, place: PlaceFacts): Reason[] {
  const { lastCheck } = place;
  const found = lastCheck?.status === 'failed' && lastCheck.error?.code === 'damage-found' ? lastCheck.at : undefined;
  const inProof = judged
    .copiesAt(place)
    .flatMap(({ copy }) => (copy.lastProof?.findings.includes('damaged') ? [copy.lastProof.at] : []))
    .find((at) => !(lastCheck?.status === 'completed' && Date.parse(lastCheck.at) > Date.parse(at)));
  const at = found ?? inProof;
  return at === undefined ? [] : [about(place, 'damage-found', 'red', { at })];
}

/** A place where this PC may not delete takes care of itself. */
function maintenanceReasons(judged: Judged, place: PlaceFacts): Reason[] {
  const { lastMaintenance, knownSince, state } = place;
  if (state !== 'here' || lastMaintenance?.reason === 'removal-not-permitted') return [];
  const since = lastMaintenance?.at ?? knownSince;
  if (since === undefined || judged.daysSince(since) <= MAINTENANCE_DAYS) return [];
  return [about(place, 'maintenance-overdue', 'hint', { at: since })];
}

function about(
  { destination, disk }: PlaceFacts,
  code: Reason['code'],
  severity: Reason['severity'],
  more: Pick<Reason, 'at' | 'value'>,
): Reason {
  return { code, severity, destination, ...(disk !== undefined && { disk }), ...more };
}
