/** Shows something on the desktop of whoever is signed in. */
export interface DesktopNotifier {
  /** `key` is the same for messages of the same kind: a newer one takes the place of the older. */
  show(notification: { key: string; title: string; body: string; isUrgent: boolean }): void;
}
