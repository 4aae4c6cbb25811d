/** Who hears what, and how. */
export type { DesktopNotifier } from './channels/desktop-notifier.ts';
export { sendHeartbeat } from './channels/heartbeat.ts';
export { createMailChannel, type MailChannel, type MailChannelNeeds } from './channels/mail-channel.ts';
export { createNotifications, type NotificationNeeds, type Notifications } from './create-notifications.ts';
export { announcementsOf } from './messages-of.ts';
