import { describe, expect, test } from '@jest/globals';
import { decide, type Decision, keyOf, type Pending } from '../../../../src/main/notifications/decide.ts';
import { announcementsOf } from '../../../../src/main/notifications/messages-of.ts';
import { assessProtection } from '../../../../src/main/protection/index.ts';
import type { Alert } from '../../../../src/shared/model/installation.ts';
import type { Protection, Reason } from '../../../../src/shared/model/protection.ts';
import { healthyFacts, HOURS } from '../protection/healthy-facts.ts';

const MINUTE = 60_000;
const RED: Reason = { code: 'damage-found', severity: 'red', destination: 'usb', disk: 'drive-a' };
const AMBER: Reason = { code: 'backup-failing', severity: 'amber', source: 'dispensing' };

/** One look after the other; alerts are kept as the store would. */
class Looks {
  now = Date.parse('2026-07-08T16:20:00.000Z');
  alerts: Alert[] = [];
  pending: Pending = { present: {}, absent: {} };
  private ids = 0;

  at(minutes: number, ...reasons: Reason[]): Decision {
    this.now += minutes * MINUTE;
    const protection: Protection = { ...assessProtection(healthyFacts()), reasons };
    const clock = { openingHours: HOURS, timeZone: 'America/Chicago' };
    const open = this.alerts.filter(({ clearedAt }) => clearedAt === undefined);
    const decision = decide({
      protection,
      open,
      pending: this.pending,
      now: new Date(this.now),
      clock,
      newId: () => `a${(this.ids += 1)}`,
    });
    const changed = [...decision.raise, ...decision.escalate, ...decision.clear];
    this.alerts = [...this.alerts.filter(({ id }) => !changed.some((one) => one.id === id)), ...changed];
    this.pending = decision.pending;
    return decision;
  }
}

const codes = (alerts: readonly Alert[]): string[] => alerts.map(({ code }) => code);

describe('what is announced', () => {
  test('red at once, and once', () => {
    const looks = new Looks();
    expect(codes(looks.at(0, RED).raise)).toEqual(['damage-found']);
    expect(looks.alerts[0]).toMatchObject({ key: keyOf(RED), severity: 'red', destination: 'usb', disk: 'drive-a' });
    for (let look = 0; look < 20; look++) expect(looks.at(10, RED).raise).toEqual([]);
  });

  test('amber when it holds; what comes and goes is not told', () => {
    const looks = new Looks();
    for (let look = 0; look < 10; look++) {
      expect(looks.at(2, AMBER).raise).toEqual([]);
      expect(looks.at(2).raise).toEqual([]);
    }
    expect(looks.at(2, AMBER).raise).toEqual([]);
    expect(looks.at(3, AMBER).raise).toEqual([]);
    expect(codes(looks.at(2, AMBER).raise)).toEqual(['backup-failing']);
  });

  test('no copy off-site is news after days only', () => {
    const looks = new Looks();
    const reason: Reason = { code: 'no-off-site-copy', severity: 'amber', source: 'dispensing' };
    expect(looks.at(0, reason).raise).toEqual([]);
    expect(looks.at(2 * 1440, reason).raise).toEqual([]);
    expect(codes(looks.at(1440, reason).raise)).toEqual(['no-off-site-copy']);
  });

  test('hints and what is for Home only never', () => {
    const looks = new Looks();
    const quiet: Reason[] = [
      { code: 'only-one-reachable', severity: 'hint' },
      { code: 'paused', severity: 'amber' },
      { ...AMBER, severity: 'hint' },
    ];
    for (let look = 0; look < 3; look++) expect(looks.at(1440, ...quiet).raise).toEqual([]);
  });

  test('over when it is gone for half an hour, once; red that flaps is told once', () => {
    const looks = new Looks();
    looks.at(0, RED);
    for (let look = 0; look < 5; look++) {
      expect(looks.at(10).clear).toEqual([]);
      expect(looks.at(10, RED)).toMatchObject({ raise: [], clear: [] });
    }
    expect(looks.at(10).clear).toEqual([]);
    expect(codes(looks.at(30).clear)).toEqual(['damage-found']);
    expect(looks.at(30).clear).toEqual([]);
  });

  test('amber that turns red is told again, and has to be seen again', () => {
    const looks = new Looks();
    looks.at(0, AMBER);
    const [alert] = looks.at(5, AMBER).raise;
    looks.alerts = [{ ...alert!, seenAt: alert!.raisedAt }];
    const [again] = looks.at(5, { ...AMBER, severity: 'red' }).raise;
    expect(again).toMatchObject({ id: alert!.id, severity: 'red' });
    expect(again?.seenAt).toBeUndefined();
    expect(looks.at(5, { ...AMBER, severity: 'red' }).raise).toEqual([]);
  });

  test('red that nobody looks at for an open day goes to everybody, once; a night does not count', () => {
    const looks = new Looks();
    looks.at(0, RED);
    // 11:20 to 18:00 today, and closed until tomorrow at 9:00.
    expect(looks.at(20 * 60, RED).escalate).toEqual([]);
    expect(looks.at(3 * 60, RED).escalate).toEqual([]);
    expect(codes(looks.at(60, RED).escalate)).toEqual(['damage-found']);
    expect(looks.at(600, RED).escalate).toEqual([]);
  });

  test('red that somebody has looked at stays with those who know', () => {
    const looks = new Looks();
    looks.at(0, RED);
    looks.alerts = looks.alerts.map((alert) => ({ ...alert, seenAt: alert.raisedAt }));
    expect(looks.at(3 * 1440, RED).escalate).toEqual([]);
  });

  test('a clock that is set back begins the waiting anew instead of ending it', () => {
    const looks = new Looks();
    looks.at(0, AMBER);
    expect(looks.at(-600, AMBER).raise).toEqual([]);
    expect(codes(looks.at(5, AMBER).raise)).toEqual(['backup-failing']);
  });
});

describe('what a decision means in messages', () => {
  test('one message for all that is red, one for the rest, and how many are left when something is over', () => {
    const looks = new Looks();
    const second: Reason = { ...RED, disk: 'drive-b' };
    looks.at(0, AMBER);
    const first = looks.at(5, AMBER, RED, second);
    expect(announcementsOf(first, looks.alerts)).toEqual([
      { spec: { kind: 'alert', isRed: true, causes: [{ code: 'damage-found', count: 2 }] }, toEverybody: false },
      { spec: { kind: 'alert', isRed: false, causes: [{ code: 'backup-failing', count: 1 }] }, toEverybody: false },
    ]);
    looks.at(10, AMBER);
    const over = looks.at(30, AMBER);
    const open = looks.alerts.filter(({ clearedAt }) => clearedAt === undefined);
    expect(announcementsOf(over, open)).toEqual([
      { spec: { kind: 'working-again', causes: [{ code: 'damage-found', count: 2 }], left: 1 }, toEverybody: false },
    ]);
  });
});
