/** A message on the desktop of whoever is signed in. */
export interface Notice {
  /** A newer message with the same key takes the place of the older. */
  key: string;
  title: string;
  body: string;
  isUrgent: boolean;
  /** Where in the page a click leads. */
  place: string;
}

/** Shows messages on the desktop. Best effort: whatever is told is also on Home until it is dealt with. */
export interface NoticeFace {
  show(notice: Omit<Notice, 'place'>, hooks: NoticeHooks): void;
}

export interface NoticeHooks {
  clicked: () => void;
  shown: () => void;
  /** With the operating system's word for why it was not shown. */
  failed: (why: string) => void;
}
