import { Notification } from 'electron';
import type { NoticeFace } from '../alerts/notice.ts';

/** Messages by the operating system. */
export function noticeFace(): NoticeFace {
  // One that is collected as garbage hears no click.
  const shown = new Map<string, Notification>();
  return {
    show: ({ key, title, body, isUrgent }, { clicked, failed }) => {
      if (!Notification.isSupported()) return failed('not supported');
      shown.get(key)?.close();
      const notice = new Notification({ id: key, title, body, ...(isUrgent && { urgency: 'critical', timeoutType: 'never' }) });
      notice.on('click', clicked);
      notice.on('failed', (_event, why) => failed(why));
      shown.set(key, notice);
      notice.show();
    },
  };
}
