import { Notification } from 'electron';
import type { NoticeFace } from '../alerts/notice.ts';

export interface SystemNotices {
  face: NoticeFace;
  /** The newest messages themselves, by their keys. */
  shown: ReadonlyMap<string, Notification>;
}

/** Messages by the operating system. */
export function createNotices(): SystemNotices {
  // One that is collected as garbage hears no click.
  const shown = new Map<string, Notification>();
  const face: NoticeFace = {
    show: ({ key, title, body, isUrgent }, { clicked, shown: told, failed }) => {
      if (!Notification.isSupported()) return failed('not supported');
      shown.get(key)?.close();
      const notice = new Notification({ id: key, title, body, ...(isUrgent && { urgency: 'critical', timeoutType: 'never' }) });
      notice.on('click', clicked);
      notice.on('show', told);
      notice.on('failed', (_event, why) => failed(why));
      shown.set(key, notice);
      notice.show();
    },
  };
  return { face, shown };
}
