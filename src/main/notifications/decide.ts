import type { Alert } from '../../shared/model/installation.ts';
import { ANNOUNCED_CODES, type AnnouncedCode, type Protection, type Reason } from '../../shared/model/protection.ts';
import { openDayMinutes, openMinutesBetween, type WallClock } from '../scheduler/index.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** So long a reason that is not red must hold: longer than a look, so that at least two looks found it. */
const HOLDS = 5 * MINUTE;
/** Reasons that are no news on the first day: they wait for work that is planned anyway. */
const HOLDS_LONGER: Partial<Record<AnnouncedCode, number>> = {
  'never-backed-up': DAY,
  'backup-overdue': 30 * MINUTE,
  'not-proven-on-site': 3 * DAY,
  'not-proven-off-site': 7 * DAY,
  'no-off-site-copy': 3 * DAY,
};
/** So long a cause must be gone to count as over: what comes and goes is announced once. */
const GONE = 30 * MINUTE;

/** What was seen and not acted on yet. Moments are RFC 3339. */
export interface Pending {
  /** Reasons not yet announced, by key: since when. */
  present: Readonly<Record<string, string>>;
  /** Open alerts whose cause was not seen, by key: since when. */
  absent: Readonly<Record<string, string>>;
}

export interface Decision {
  /** New alerts, and open ones that became red. */
  raise: Alert[];
  /** Alerts that are over. */
  clear: Alert[];
  /** Red alerts that nobody has looked at for a whole open day. */
  escalate: Alert[];
  pending: Pending;
}

export interface DecisionInput {
  protection: Protection;
  /** Alerts not cleared. */
  open: readonly Alert[];
  pending: Pending;
  now: Date;
  clock: WallClock;
  newId: () => string;
}

/** Who has to hear what now. Never the same thing twice; what flaps is told once. */
export function decide({ protection, open, pending, now, clock, newId }: DecisionInput): Decision {
  const announced = new Map(protection.reasons.filter(isAnnounced).map((reason) => [keyOf(reason), reason]));
  const alerts = new Map(open.map((alert) => [alert.key, alert]));
  const unannounced = [...announced.keys()].filter((key) => !alerts.has(key));
  const gone = [...alerts.keys()].filter((key) => !announced.has(key));
  const present = since(unannounced, pending.present, now);
  const absent = since(gone, pending.absent, now);
  const raise = unannounced.flatMap((key) => {
    const reason = announced.get(key);
    return reason && isRipe(reason, present[key], now) ? [alertOf(reason, now, newId())] : [];
  });
  const worse = [...announced].flatMap(([key, reason]) => becameRed(alerts.get(key), reason, now));
  const clear = gone.filter((key) => age(absent[key], now) >= GONE).flatMap((key) => cleared(alerts.get(key), now));
  return {
    raise: [...raise, ...worse],
    clear,
    escalate: open
      .filter((alert) => announced.has(alert.key) && isIgnored(alert, now, clock))
      .map((alert) => ({ ...alert, escalatedAt: now.toISOString() })),
    pending: { present: without(present, raise), absent: without(absent, clear) },
  };
}

/** What a reason is about, as one string. */
export function keyOf({ code, source, destination, disk }: Reason): string {
  return [code, source, destination, disk].map((part) => part ?? '').join('/');
}

function isAnnounced(reason: Reason): reason is Reason & { code: AnnouncedCode; severity: 'red' | 'amber' } {
  return reason.severity !== 'hint' && (ANNOUNCED_CODES as readonly string[]).includes(reason.code);
}

function isRipe({ code, severity }: Reason & { code: AnnouncedCode }, seen: string | undefined, now: Date): boolean {
  return severity === 'red' || age(seen, now) >= (HOLDS_LONGER[code] ?? HOLDS);
}

function alertOf(reason: Reason & { severity: 'red' | 'amber' }, now: Date, id: string): Alert {
  const { code, severity, source, destination, disk } = reason;
  return {
    id,
    key: keyOf(reason),
    code,
    severity,
    ...(source !== undefined && { source }),
    ...(destination !== undefined && { destination }),
    ...(disk !== undefined && { disk }),
    raisedAt: now.toISOString(),
  };
}

/** That it was seen when it was amber says nothing now. */
function becameRed(alert: Alert | undefined, reason: Reason, now: Date): Alert[] {
  if (alert?.severity !== 'amber' || reason.severity !== 'red') return [];
  const { seenAt: _seen, ...rest } = alert;
  return [{ ...rest, severity: 'red', raisedAt: now.toISOString() }];
}

function cleared(alert: Alert | undefined, now: Date): Alert[] {
  return alert ? [{ ...alert, clearedAt: now.toISOString() }] : [];
}

function isIgnored({ severity, seenAt, escalatedAt, raisedAt }: Alert, now: Date, { openingHours, timeZone }: WallClock): boolean {
  if (severity !== 'red' || seenAt !== undefined || escalatedAt !== undefined) return false;
  return openMinutesBetween(openingHours, timeZone, new Date(raisedAt), now) >= openDayMinutes(openingHours);
}

/** Since when each key is seen; a moment that lies ahead after the clock was set back begins anew. */
function since(keys: readonly string[], known: Readonly<Record<string, string>>, now: Date): Record<string, string> {
  return Object.fromEntries(
    keys.map((key) => {
      const at = known[key];
      return [key, at !== undefined && Date.parse(at) <= now.getTime() ? at : now.toISOString()];
    }),
  );
}

function age(at: string | undefined, now: Date): number {
  return at === undefined ? 0 : now.getTime() - Date.parse(at);
}

function without(moments: Readonly<Record<string, string>>, alerts: readonly Alert[]): Record<string, string> {
  const keys = new Set(alerts.map(({ key }) => key));
  return Object.fromEntries(Object.entries(moments).filter(([key]) => !keys.has(key)));
}
