import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/model/clock.ts';
import type { Person } from '../../shared/model/person.ts';
import type { Protection } from '../../shared/model/protection.ts';
import type { Language } from '../../shared/text/language.ts';
import { messageText, shortText } from '../../shared/text/notifications/index.ts';
import { firstOpeningOfWeek, type WallClock } from '../scheduler/index.ts';
import type { Store } from '../store/index.ts';
import type { DesktopNotifier } from './channels/desktop-notifier.ts';
import type { MailChannel } from './channels/mail-channel.ts';
import { LifeboatError } from '../../shared/errors/index.ts';
import { CODE_MINUTES, Confirmations } from './confirmation.ts';
import { decide, type Pending } from './decide.ts';
import { type Announcement, announcementsOf } from './messages-of.ts';
import { Outbox, type OutboxEntry } from './outbox.ts';

const HOUR = 60 * 60 * 1000;
const WEEK = 7 * 24 * HOUR;
const PENDING = 'alerts-pending';
const BEAT_AT = 'heartbeat-at';
const WEEKLY_FOR = 'weekly-mail-for';

export interface NotificationNeeds {
  store: Store;
  clock: Clock;
  mail: MailChannel;
  /** Undefined where nobody can be signed in. */
  desktop?: DesktopNotifier | undefined;
  /** Asks the heartbeat's address. */
  heartbeat: (address: string) => Promise<void>;
  /** A message or a heartbeat could not be sent; it is tried again. */
  onFailure?: (what: 'mail' | 'heartbeat', error: unknown) => void;
}

export interface Notifications {
  /**
   * Decides who has to hear what, writes that down, then sends in the background. To be called after each run and every
   * few minutes: reasons must hold for two looks, and the heartbeat shows that somebody looks.
   */
  review(protection: Protection): void;
  /** Tries again what could not be sent. */
  retry(): void;
  markAlertSeen(id: string): void;
  /** Sends a code to a person's address. `value-invalid` for somebody without one; errors of the mail channel. */
  sendCode(person: string): Promise<void>;
  confirmCode(person: string, code: string): boolean;
  sendTestMail(to: string): Promise<void>;
  /** Resolves when nothing is being sent any more. */
  settled(): Promise<void>;
}

export function createNotifications(needs: NotificationNeeds): Notifications {
  return new StoreNotifications(needs);
}

class StoreNotifications implements Notifications {
  private readonly needs: NotificationNeeds;
  private readonly outbox: Outbox;
  private readonly confirmations: Confirmations;
  private sending: Promise<void> = Promise.resolve();

  constructor(needs: NotificationNeeds) {
    this.needs = needs;
    this.outbox = new Outbox(needs.store.notes);
    this.confirmations = new Confirmations(needs.clock);
  }

  review(protection: Protection): void {
    const { store, clock } = this.needs;
    const now = clock.now();
    const announcements = store.transaction(() => {
      const decided = this.decideAndWrite(protection, now);
      const all = [...decided, ...this.weekly(protection, now)];
      for (const { spec, toEverybody } of all) this.outbox.add(spec, this.receivers(toEverybody), now, randomUUID);
      return decided;
    });
    this.showOnDesktop(announcements);
    this.background(async () => {
      await this.flush();
      await this.beat();
    });
  }

  retry(): void {
    this.background(async () => await this.flush());
  }

  markAlertSeen(id: string): void {
    const { notes } = this.needs.store;
    const alert = notes.alerts({ open: true }).find((one) => one.id === id);
    if (alert && alert.seenAt === undefined) notes.putAlert({ ...alert, seenAt: this.needs.clock.now().toISOString() });
  }

  async sendCode(id: string): Promise<void> {
    const person = this.needs.store.people.get(id);
    if (person?.email === undefined) throw new LifeboatError('value-invalid', { name: 'email', value: '', expected: 'name@example.com' });
    const code = this.confirmations.begin(id, person.email);
    await this.needs.mail.send(person.email, messageText({ kind: 'code', code, minutes: CODE_MINUTES }, this.language));
  }

  confirmCode(id: string, code: string): boolean {
    return this.confirmations.confirm(id, this.needs.store.people.get(id)?.email, code);
  }

  async sendTestMail(to: string): Promise<void> {
    await this.needs.mail.send(to, messageText({ kind: 'test' }, this.language));
  }

  async settled(): Promise<void> {
    await this.sending;
  }

  private get language(): Language {
    return this.needs.store.pharmacy.get()?.language ?? 'en';
  }

  private get wallClock(): WallClock {
    const { openingHours, timeZone } = this.needs.store.pharmacy.get() ?? { openingHours: {}, timeZone: 'UTC' };
    return { openingHours, timeZone };
  }

  private decideAndWrite(protection: Protection, now: Date): Announcement[] {
    const { notes } = this.needs.store;
    const open = notes.alerts({ open: true });
    const pending = JSON.parse(notes.flag(PENDING) ?? '{"present":{},"absent":{}}') as Pending;
    const decision = decide({ protection, open, pending, now, clock: this.wallClock, newId: randomUUID });
    for (const alert of [...decision.raise, ...decision.escalate, ...decision.clear]) notes.putAlert(alert);
    const text = JSON.stringify(decision.pending);
    if (notes.flag(PENDING) !== text) notes.setFlag(PENDING, text);
    return announcementsOf(decision, notes.alerts({ open: true }));
  }

  /** Once a week, from the week's first opening on; a PC that was off then sends it when it is on. */
  private weekly({ state }: Protection, now: Date): Announcement[] {
    const { settings, notes } = this.needs.store;
    if (settings.get()?.weeklyMail !== true) return [];
    const { openingHours, timeZone } = this.wallClock;
    const week = firstOpeningOfWeek(openingHours, timeZone, now);
    const last = notes.flag(WEEKLY_FOR);
    const isSent = last !== undefined && Math.abs(Date.parse(last) - week.getTime()) < WEEK / 2;
    if (now < week || isSent) return [];
    notes.setFlag(WEEKLY_FOR, week.toISOString());
    return [{ spec: { kind: 'weekly', isWell: state === 'protected' }, toEverybody: false }];
  }

  /** Confirmed addresses only: those who want to be told, or all. */
  private receivers(toEverybody: boolean): string[] {
    if (!this.needs.mail.isSetUp) return [];
    return this.needs.store.people
      .list()
      .filter((person) => isConfirmed(person) && (toEverybody || person.isNotified))
      .map(({ id }) => id);
  }

  private showOnDesktop(announcements: readonly Announcement[]): void {
    for (const { spec } of announcements) {
      const isUrgent = spec.kind === 'escalation' || (spec.kind === 'alert' && spec.isRed);
      try {
        this.needs.desktop?.show({ key: spec.kind, ...shortText(spec, this.language), isUrgent });
      } catch {
        // A desktop that cannot show it must not keep the mail from being sent; Home shows it.
      }
    }
  }

  private background(work: () => Promise<void>): void {
    this.sending = this.sending.then(work).catch(() => undefined);
  }

  private async flush(): Promise<void> {
    for (const entry of this.outbox.due(this.needs.clock.now())) await this.sendEntry(entry);
  }

  private async sendEntry({ id, person: to, spec }: OutboxEntry): Promise<void> {
    const person = this.needs.store.people.get(to);
    if (person?.email === undefined || !isConfirmed(person) || !this.needs.mail.isSetUp) {
      this.outbox.remove(id);
      return;
    }
    try {
      await this.needs.mail.send(person.email, messageText(spec, this.language));
      this.outbox.remove(id);
    } catch (error) {
      this.outbox.retryLater(id, this.needs.clock.now());
      this.needs.onFailure?.('mail', error);
    }
  }

  /** At most once an hour, and only behind an answer to the question whether the pharmacy is protected. */
  private async beat(): Promise<void> {
    const { store, clock, heartbeat, onFailure } = this.needs;
    const address = store.settings.get()?.heartbeatUrl;
    if (address === undefined) return;
    const now = clock.now();
    const last = store.notes.flag(BEAT_AT);
    const since = last === undefined ? HOUR : now.getTime() - Date.parse(last);
    if (since >= 0 && since < HOUR) return;
    try {
      await heartbeat(address);
      store.notes.setFlag(BEAT_AT, now.toISOString());
    } catch (error) {
      onFailure?.('heartbeat', error);
    }
  }
}

function isConfirmed({ email, emailConfirmedAt }: Person): boolean {
  return email !== undefined && emailConfirmedAt !== undefined;
}
