import { isPausedAt } from '../../shared/model/installation.ts';
import type { Reason } from '../../shared/model/protection.ts';
import type { KitFacts } from './facts.ts';
import { type Judged, latest } from './judged.ts';

/** A recovery kit is tested once a quarter. */
const KIT_DAYS = 92;

/** What is wrong with the installation as a whole. */
export function reasonsOfApp(judged: Judged): Reason[] {
  return [...setUpReasons(judged), ...ownerReasons(judged), ...peopleReasons(judged), ...kitReasons(judged)];
}

function setUpReasons({ facts }: Judged): Reason[] {
  const reasons: Reason[] = [];
  if (facts.sources.length === 0) reasons.push({ code: 'no-source', severity: 'red' });
  if (facts.places.length === 0) reasons.push({ code: 'no-destination', severity: 'red' });
  if (facts.owner.unprotected > 0) reasons.push({ code: 'unprotected-found', severity: 'amber', value: facts.owner.unprotected });
  return reasons;
}

function ownerReasons({ facts, now }: Judged): Reason[] {
  const { owner, pause, attack } = facts;
  const reasons: Reason[] = [];
  if (attack !== undefined) reasons.push({ code: 'attack-suspected', severity: 'red', at: attack.since });
  if (owner.engine === 'stopped') reasons.push({ code: 'engine-not-running', severity: 'red' });
  if (owner.vault === 'missing') reasons.push({ code: 'vault-missing', severity: 'red' });
  if (owner.selfCheckFailedAt !== undefined) reasons.push({ code: 'self-check-failed', severity: 'red', at: owner.selfCheckFailedAt });
  if (!owner.isClockTrusted) reasons.push({ code: 'clock-not-trusted', severity: 'amber', ...moment(owner.clockJumpedAt) });
  if (isPausedAt(pause, now)) reasons.push({ code: 'paused', severity: 'amber', at: pause.until });
  if (owner.storeRebuiltAt !== undefined) reasons.push({ code: 'store-rebuilt', severity: 'hint', at: owner.storeRebuiltAt });
  return reasons;
}

function peopleReasons({ facts }: Judged): Reason[] {
  if (facts.people.reachable === 0) return [{ code: 'nobody-reachable', severity: 'amber' }];
  return facts.people.reachable === 1 ? [{ code: 'only-one-reachable', severity: 'hint' }] : [];
}

function kitReasons(judged: Judged): Reason[] {
  const { kit, places, renewal } = judged.facts;
  if (places.length === 0) return [];
  const reasons: Reason[] = [];
  const tested = latest(kit.tests.filter(({ passed }) => passed).map(({ at }) => at));
  if (kit.records.length === 0 || tested === undefined) reasons.push({ code: 'kit-never-tested', severity: 'amber' });
  else if (judged.daysSince(tested) > KIT_DAYS) reasons.push({ code: 'kit-test-overdue', severity: 'amber', at: tested });
  if (renewal !== undefined && renewal.waiting > 0) {
    reasons.push({ code: 'new-copies-pending', severity: 'amber', at: renewal.since, value: renewal.waiting });
  }
  if (isStale(kit)) reasons.push({ code: 'kit-stale', severity: 'amber' });
  return reasons;
}

/** Whether the newest paper of any holder says something else than a paper printed now would. */
function isStale({ records, contentsDigest }: KitFacts): boolean {
  if (contentsDigest === undefined) return false;
  const newest = new Map(records.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).map((record) => [record.holder, record]));
  return [...newest.values()].some((record) => record.contentsDigest !== contentsDigest);
}

function moment(at: string | undefined): { at?: string } {
  return at === undefined ? {} : { at };
}
