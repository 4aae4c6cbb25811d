import { isPausedAt } from '../../shared/model/installation.ts';
import type { Reason, ReasonCode } from '../../shared/model/protection.ts';
import { copyAgeLimit } from '../../shared/model/tier-defaults.ts';
import { lastDueAt } from '../scheduler/index.ts';
import type { SourceFacts } from './facts.ts';
import { type Judged, newestOf } from './judged.ts';
import { lastMovedAt, shrunkTo } from './motion.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A slot without any attempt is overdue after so many open minutes. */
const OVERDUE_AFTER = 60;
/** A critical source is as good as not backed up when its newest copy is this many times older than promised. */
const FAR_TOO_OLD = 4;

/** What is wrong with one source, wherever its copies are. */
export function reasonsOfSource(judged: Judged, source: SourceFacts): Reason[] {
  return [
    ...backupReasons(judged, source),
    ...ageReasons(judged, source),
    ...motionReasons(judged, source),
    ...vendorFileReasons(judged, source),
    ...consistencyReasons(source),
  ];
}

function backupReasons(judged: Judged, source: SourceFacts): Reason[] {
  const { lastFailure, lastSuccess, isRunning } = source;
  const reasons: Reason[] = [];
  const isFailing = lastFailure !== undefined && !(lastSuccess && Date.parse(lastSuccess.at) >= Date.parse(lastFailure.at));
  if (isFailing) reasons.push(about(source, 'backup-failing', isTooOld(judged, source) ? 'far' : 'soon', lastFailure.at));
  // While the first backup is at work there still is no copy: not green, but no alarm either.
  if (newestOf(source) === undefined) reasons.push(about(source, 'never-backed-up', isRunning ? 'soon' : 'far'));
  const dueAt = overdueSince(judged, source);
  if (dueAt !== undefined && !isFailing) reasons.push(about(source, 'backup-overdue', 'soon', dueAt));
  return reasons;
}

/** The slot that nothing was done about; undefined: there is none. */
function overdueSince(judged: Judged, source: SourceFacts): string | undefined {
  const { pause, clock } = judged.facts;
  const policy = judged.policyOf(source);
  if (!policy || source.isRunning || newestOf(source) === undefined) return undefined;
  if (isPausedAt(pause, judged.now)) return undefined;
  const dueAt = lastDueAt(policy.schedule, clock, judged.now).toISOString();
  const isDone = source.lastAttempt !== undefined && Date.parse(source.lastAttempt.at) >= Date.parse(dueAt);
  return isDone || judged.openMinutes(dueAt) <= OVERDUE_AFTER ? undefined : dueAt;
}

function ageReasons(judged: Judged, source: SourceFacts): Reason[] {
  const newest = newestOf(source);
  if (newest === undefined || !isTooOld(judged, source)) return [];
  const rpo = judged.policyOf(source)?.rpoMinutes ?? Number.POSITIVE_INFINITY;
  return [about(source, 'too-old', judged.openMinutes(newest) > FAR_TOO_OLD * rpo ? 'far' : 'soon', newest)];
}

/** Older than the tier's recovery point objective in open time, or than the profile allows in plain time. */
export function isTooOld(judged: Judged, source: SourceFacts): boolean {
  const newest = newestOf(source);
  if (newest === undefined) return true;
  const rpo = judged.policyOf(source)?.rpoMinutes;
  const limit = copyAgeLimit(judged.facts.profile);
  const isBeyondLimit = limit !== undefined && judged.now.getTime() - Date.parse(newest) > limit * MINUTE;
  return isBeyondLimit || (rpo !== undefined && judged.openMinutes(newest) > rpo);
}

function motionReasons(judged: Judged, source: SourceFacts): Reason[] {
  const reasons: Reason[] = [];
  const [newest] = source.states;
  const movedAt = source.movesDaily ? lastMovedAt(source.states) : undefined;
  if (newest && movedAt !== undefined) {
    const still = judged.openMinutes(movedAt, newest.time);
    if (still >= judged.openDay) reasons.push(about(source, 'source-not-moving', still >= 2 * judged.openDay ? 'far' : 'soon', movedAt));
  }
  const share = shrunkTo(source.states, source.shrinkAcceptedAt);
  const isExpected =
    source.changeExpectedUntil !== undefined && newest !== undefined && Date.parse(newest.time) <= Date.parse(source.changeExpectedUntil);
  if (share !== undefined && !isExpected) reasons.push({ ...about(source, 'source-shrunk', 'far'), value: Math.round((1 - share) * 100) });
  return reasons;
}

/** The vendor's own backup is made once a day; days on which the pharmacy is closed all day are not held against it. */
function vendorFileReasons(judged: Judged, source: SourceFacts): Reason[] {
  const [newest] = source.states;
  return source.vendorFiles.flatMap(({ subject, maxAgeHours }) => {
    const fact = newest?.facts.find((one) => one.kind === 'date' && one.subject === subject);
    if (fact?.kind !== 'date' || fact.value === undefined) return [];
    const hours = (judged.now.getTime() - Date.parse(fact.value)) / HOUR - closedDays(judged, fact.value) * 24;
    return hours > maxAgeHours ? [about(source, 'vendor-file-old', hours > 2 * maxAgeHours + 24 ? 'far' : 'soon', fact.value)] : [];
  });
}

/** Whole days since a moment without a single open minute. */
function closedDays(judged: Judged, since: string): number {
  let closed = 0;
  for (let from = Date.parse(since); from + DAY <= judged.now.getTime() && closed < 60; from += DAY) {
    if (judged.openMinutes(new Date(from).toISOString(), new Date(from + DAY)) === 0) closed += 1;
  }
  return closed;
}

function consistencyReasons(source: SourceFacts): Reason[] {
  const [newest] = source.states;
  if (source.kind === 'folder' || newest === undefined || newest.isConsistent) return [];
  return [about(source, 'crash-consistent-only', source.tier === 'critical' ? 'soon' : 'hint')];
}

/** What is far out is red for a critical source; everything else can wait until somebody has time. */
function about({ id, tier }: SourceFacts, code: ReasonCode, degree: 'far' | 'soon' | 'hint', at?: string): Reason {
  const severity = degree === 'hint' ? 'hint' : degree === 'far' && tier === 'critical' ? 'red' : 'amber';
  return { code, severity, source: id, ...(at !== undefined && { at }) };
}
