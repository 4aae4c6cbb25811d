import { LifeboatError } from '../../../shared/errors/index.ts';
import type { KeptSnapshot, Pin, RetentionPolicy, SnapshotEntry } from '../operations/contract.ts';
import { calendarBucket, type CalendarUnit } from './calendar.ts';
import { isZeroDuration, momentBefore, parseDuration } from './duration.ts';
import { compareSnapshots, hasTags, momentOf } from './snapshot-filter.ts';

/** What a policy says about snapshots: newest first. */
export interface Verdict {
  keep: KeptSnapshot[];
  forget: SnapshotEntry[];
}

/** Judges one snapshot after the other, newest first; undefined if the rule does not ask for it. */
type Rule = (entry: SnapshotEntry, isOldest: boolean) => string | undefined;

const UNITS: readonly CalendarUnit[] = ['hourly', 'daily', 'weekly', 'monthly', 'yearly'];
const WITHIN_BY_UNIT = {
  hourly: 'withinHourly',
  daily: 'withinDaily',
  weekly: 'withinWeekly',
  monthly: 'withinMonthly',
  yearly: 'withinYearly',
} as const;

/**
 * Decides what stays, as restic's `forget` does. A snapshot stays if any rule asks for it:
 * - `last`, `hourly` ... `yearly`: the newest of each of that many hours, days ... that have snapshots; while some of
 *   the count is left, the oldest snapshot stays too (restic from 0.16 on; 0.14 does not do this);
 * - `within...`: relative to the newest snapshot that is not in the future of `now`; what is in the future stays;
 * - `tags`: all with all tags of one of the lists.
 * Pins stay whatever the rules say. Throws `policy-empty` if there is no rule, `value-invalid` for a count or span that is none.
 */
export function applyPolicy(snapshots: readonly SnapshotEntry[], policy: RetentionPolicy, pins: readonly Pin[], now: Date): Verdict {
  const newestFirst = [...snapshots].sort(compareSnapshots).reverse();
  const rules = rulesOf(policy, newestFirst, now);
  if (rules.length === 0) throw new LifeboatError('policy-empty', {});
  const verdict: Verdict = { keep: [], forget: [] };
  for (const [at, entry] of newestFirst.entries()) {
    const asked = rules.map((rule) => rule(entry, at === newestFirst.length - 1)).filter((reason) => reason !== undefined);
    const reasons = [...asked, ...pinReasons(entry, pins)];
    if (reasons.length > 0) verdict.keep.push({ ...entry, reasons });
    else verdict.forget.push(entry);
  }
  return verdict;
}

/** Why pins hold a snapshot; empty if none does. */
export function pinReasons(entry: SnapshotEntry, pins: readonly Pin[]): string[] {
  return pins.filter((pin) => pin.snapshot === entry.id).map((pin) => `pinned: ${pin.reason}`);
}

function rulesOf(policy: RetentionPolicy, newestFirst: readonly SnapshotEntry[], now: Date): Rule[] {
  const reference = newestFirst.find((entry) => momentOf(entry) < BigInt(now.getTime()) * 1_000_000n)?.snapshot.time;
  const rules = (policy.tags ?? []).map(tagRule);
  rules.push(...withinRules(policy, reference));
  if (countOf(policy, 'last') !== 0) rules.push(countRule('last', countOf(policy, 'last')));
  for (const unit of UNITS) if (countOf(policy, unit) !== 0) rules.push(countRule(unit, countOf(policy, unit)));
  return rules;
}

function countOf(policy: RetentionPolicy, name: 'last' | CalendarUnit): number {
  const count = policy[name] ?? 0;
  if (Number.isInteger(count) && count >= -1) return count;
  throw new LifeboatError('value-invalid', { name, value: String(count), expected: '-1, 0, 1, 2, ...' });
}

function tagRule(tags: readonly string[]): Rule {
  return (entry) => (hasTags(entry.snapshot, tags) ? `tags ${tags.join(',')}` : undefined);
}

function countRule(name: 'last' | CalendarUnit, count: number): Rule {
  let left = count;
  let bucketBefore: string | undefined;
  return (entry, isOldest) => {
    if (left === 0) return undefined;
    const bucket = name === 'last' ? entry.id : calendarBucket(entry.snapshot.time, name);
    const isNewestOfBucket = bucket !== bucketBefore;
    if (!isNewestOfBucket && !isOldest) return undefined;
    bucketBefore = bucket;
    if (left > 0) left--;
    return isNewestOfBucket ? name : `oldest ${name}`;
  };
}

function withinRules(policy: RetentionPolicy, reference: string | undefined): Rule[] {
  const rules: Rule[] = [];
  if (policy.within !== undefined) rules.push(...withinRule('within', policy.within, undefined, reference));
  for (const unit of UNITS) {
    const name = WITHIN_BY_UNIT[unit];
    const span = policy[name];
    if (span !== undefined) rules.push(...withinRule(name, span, unit, reference));
  }
  return rules;
}

function withinRule(name: string, span: string, unit: CalendarUnit | undefined, reference: string | undefined): Rule[] {
  const duration = parseDuration(span, name);
  if (isZeroDuration(duration)) return [];
  const since = reference === undefined ? undefined : momentBefore(reference, duration);
  let bucketBefore: string | undefined;
  const rule: Rule = (entry) => {
    if (since !== undefined && momentOf(entry) <= since) return undefined;
    const bucket = unit === undefined ? entry.id : calendarBucket(entry.snapshot.time, unit);
    if (bucket === bucketBefore) return undefined;
    bucketBefore = bucket;
    return unit === undefined ? `within ${span}` : `${unit} within ${span}`;
  };
  return [rule];
}
