import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createNotifications, type MailChannel, type Notifications } from '../../../../src/main/notifications/index.ts';
import { assessProtection } from '../../../../src/main/protection/index.ts';
import type { Store } from '../../../../src/main/store/index.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import type { Settings } from '../../../../src/shared/model/installation.ts';
import type { Protection, Reason } from '../../../../src/shared/model/protection.ts';
import { defaultSettings } from '../../../../src/shared/model/tier-defaults.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { storeIn } from '../../../support/stored.ts';
import { healthyFacts, HOURS } from '../protection/healthy-facts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RED: Reason = { code: 'damage-found', severity: 'red', destination: 'scans-of-john-doe' };

describe('notifications', () => {
  let scratch: Scratch;
  let store: Store;
  let time: ManualTime;
  let sent: { to: string; subject: string; text: string }[];
  let shown: string[];
  let beats: string[];
  let failures: string[];
  let works: boolean;
  let notifications: Notifications;

  const mail: MailChannel = {
    isSetUp: true,
    send: async (to, { subject, text }) => {
      if (!works) throw new LifeboatError('mail-unreachable', { host: 'mail', reason: 'ETIMEDOUT' }, { retryable: true });
      await Promise.resolve(sent.push({ to, subject, text }));
    },
  };
  const make = (): Notifications =>
    createNotifications({
      store,
      clock: time,
      mail,
      desktop: { show: ({ key, title }) => void shown.push(`${key}: ${title}`) },
      heartbeat: async (address) => {
        if (!works) throw new Error('no network');
        await Promise.resolve(beats.push(address));
      },
      onFailure: (what) => void failures.push(what),
    });
  const protection = (...reasons: Reason[]): Protection => ({
    ...assessProtection(healthyFacts()),
    reasons,
    state: reasons.length > 0 ? 'not-protected' : 'protected',
  });
  const review = async (milliseconds: number, ...reasons: Reason[]): Promise<void> => {
    time.sleep(milliseconds);
    notifications.review(protection(...reasons));
    await notifications.settled();
  };
  const subjects = (): string[] => sent.map(({ to, subject }) => `${to}: ${subject}`);
  const settings = (change: Partial<Settings>): void => store.settings.set({ ...defaultSettings(HOURS), weeklyMail: false, ...change });
  const person = (id: string, more: object = {}): void =>
    store.people.put({
      id,
      name: id,
      role: 'owner',
      email: `${id}@example.com`,
      emailConfirmedAt: '2026-01-01T00:00:00Z',
      isNotified: true,
      ...more,
    });

  beforeEach(() => {
    scratch = scratchFolder();
    time = new ManualTime({ wall: '2026-07-08T16:20:00Z' });
    ({ store } = storeIn(scratch.path, time));
    store.pharmacy.set({ name: 'Main St', timeZone: 'America/Chicago', language: 'en', openingHours: HOURS });
    settings({});
    person('ana');
    person('quiet', { isNotified: false });
    person('unconfirmed', { emailConfirmedAt: undefined });
    [sent, shown, beats, failures, works] = [[], [], [], [], true];
    notifications = make();
  });
  afterEach(() => {
    store.close();
    scratch.remove();
  });

  test('tells confirmed people who want to be told, once, without a name of anything', async () => {
    await review(0, RED);
    await review(HOUR, RED);
    expect(subjects()).toEqual(['ana@example.com: Lifeboat: not protected']);
    expect(sent[0]?.text).toContain('Damaged copies were found.');
    expect(JSON.stringify(sent)).not.toMatch(/john|scans|Main St/i);
    expect(shown).toEqual(['alert: Lifeboat: not protected']);
    expect(store.notes.alerts({ open: true })).toHaveLength(1);
  });

  test('"working again" comes once, to whoever heard', async () => {
    await review(0, RED);
    await review(MINUTE);
    await review(HOUR);
    await review(HOUR);
    expect(subjects()).toEqual(['ana@example.com: Lifeboat: not protected', 'ana@example.com: Lifeboat: working again']);
    expect(store.notes.alerts({ open: true })).toEqual([]);
  });

  test('an open day unseen goes to everybody with a confirmed address; seen, it does not', async () => {
    await review(0, RED);
    await review(26 * HOUR, RED);
    expect(subjects().slice(1)).toEqual([
      'ana@example.com: Lifeboat: still not protected',
      'quiet@example.com: Lifeboat: still not protected',
    ]);
    sent = [];
    const other: Reason = { ...RED, destination: 'usb' };
    await review(0, RED, other);
    const alert = store.notes.alerts({ open: true }).find(({ destination }) => destination === 'usb');
    notifications.markAlertSeen(alert?.id ?? '');
    await review(48 * HOUR, RED, other);
    expect(subjects()).toEqual(['ana@example.com: Lifeboat: not protected']);
  });

  test('a message that cannot be sent is on record first, and is tried again later, also after a restart', async () => {
    works = false;
    await review(0, RED);
    expect(store.notes.alerts({ open: true })).toHaveLength(1);
    expect([sent, failures]).toEqual([[], ['mail']]);
    works = true;
    notifications = make();
    notifications.retry();
    await notifications.settled();
    expect(sent).toEqual([]);
    time.sleep(MINUTE);
    notifications.retry();
    await notifications.settled();
    expect(subjects()).toEqual(['ana@example.com: Lifeboat: not protected']);
    time.sleep(5 * HOUR);
    notifications.retry();
    await notifications.settled();
    expect(sent).toHaveLength(1);
  });

  test('tries become rarer and end after three days', async () => {
    works = false;
    await review(0, RED);
    for (let minute = 0; minute < 24 * 60; minute += 10) {
      time.sleep(10 * MINUTE);
      notifications.retry();
      await notifications.settled();
    }
    expect(failures.length).toBeGreaterThan(5);
    expect(failures.length).toBeLessThan(14);
    time.sleep(72 * HOUR);
    works = true;
    notifications.retry();
    await notifications.settled();
    expect(sent).toEqual([]);
    expect(store.notes.flag('mail-outbox')).toBeUndefined();
  });

  test('once a week from its first opening on, so that silence means something', async () => {
    settings({ weeklyMail: true });
    // Wednesday: this week's has not been sent yet.
    await review(0);
    await review(24 * HOUR);
    // Monday 08:50, 09:05, 10:05.
    await review(93.5 * HOUR);
    expect(subjects()).toEqual(['ana@example.com: Lifeboat: all is well']);
    await review(15 * MINUTE, RED);
    await review(HOUR, RED);
    expect(subjects().slice(1)).toEqual(['ana@example.com: Lifeboat: not protected', 'ana@example.com: Lifeboat: weekly report']);
  });

  test('the heartbeat is sent at most once an hour, and again when it failed', async () => {
    await review(0);
    settings({ heartbeatUrl: 'https://beat.example.com/x' });
    await review(MINUTE);
    await review(59 * MINUTE);
    expect(beats).toHaveLength(1);
    works = false;
    await review(MINUTE);
    works = true;
    await review(MINUTE, RED);
    expect(beats).toEqual(['https://beat.example.com/x', 'https://beat.example.com/x']);
    expect(failures).toEqual(['heartbeat']);
  });

  test('a code goes to the address and confirms it; a test message says that it is one', async () => {
    await notifications.sendCode('unconfirmed');
    const code = /\d{6}/.exec(sent[0]?.text ?? '')?.[0] ?? '';
    expect(subjects()).toEqual(['unconfirmed@example.com: Lifeboat: your code']);
    expect(notifications.confirmCode('unconfirmed', code)).toBe(true);
    await notifications.sendTestMail('it@example.com');
    expect(subjects()[1]).toBe('it@example.com: Lifeboat: test message');
    await expect(notifications.sendCode('nobody')).rejects.toMatchObject({ code: 'value-invalid' });
    works = false;
    await expect(notifications.sendTestMail('it@example.com')).rejects.toMatchObject({ code: 'mail-unreachable' });
  });
});
