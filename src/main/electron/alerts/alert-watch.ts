import type { Alert } from '../../../shared/model/installation.ts';
import { shortText } from '../../../shared/text/index.ts';
import { announcementsOf } from '../../notifications/index.ts';
import type { Seen } from '../status/seen.ts';
import type { Notices } from './notices.ts';

/**
 * Tells the alerts of another process's installation: a background owner has no desktop, so whoever is signed in hears of them by
 * what the status says. At the first look those are told that nobody has looked at yet; they may be from the night.
 */
export class AlertWatch {
  private readonly notices: Pick<Notices, 'show'>;
  private known: readonly Alert[] | undefined;

  constructor(notices: Pick<Notices, 'show'>) {
    this.notices = notices;
  }

  look({ status: { alerts }, voice }: Seen): void {
    const before = this.known;
    this.known = alerts;
    const raise =
      before === undefined ? alerts.filter(({ seenAt }) => seenAt === undefined) : alerts.filter((alert) => isNews(alert, before));
    const clear = (before ?? []).filter(({ id }) => !alerts.some((alert) => alert.id === id));
    for (const { spec } of announcementsOf({ raise, clear, escalate: [] }, alerts)) {
      const isUrgent = spec.kind === 'alert' && spec.isRed;
      this.notices.show({ key: spec.kind, ...shortText(spec, voice.language), isUrgent });
    }
  }
}

/** An alert that was not there, or became worse. */
function isNews(alert: Alert, before: readonly Alert[]): boolean {
  const known = before.find(({ id }) => id === alert.id);
  return known === undefined || (known.severity === 'amber' && alert.severity === 'red');
}
