import type { Notice, NoticeFace, NoticeHooks } from '../../../../src/main/electron/alerts/notice.ts';

interface Shown {
  notice: Omit<Notice, 'place'>;
  hooks: NoticeHooks;
}

/** A desktop on which messages appear; it keeps what its adapter promises (tests/contract/electron). */
export class StandInNotices implements NoticeFace {
  /** Titles, in order. */
  readonly titles: string[] = [];
  /** Why messages are not shown; undefined: they are. */
  refuses: string | undefined;
  private readonly shown = new Map<string, Shown>();

  show(notice: Omit<Notice, 'place'>, hooks: NoticeHooks): void {
    this.titles.push(notice.title);
    this.shown.set(notice.key, { notice, hooks });
    if (this.refuses === undefined) hooks.shown();
    else hooks.failed(this.refuses);
  }

  /** Whether there was such a message. */
  personClicks(key: string): boolean {
    const found = this.shown.get(key);
    found?.hooks.clicked();
    return found !== undefined;
  }

  isRefused(key: string, why: string): void {
    this.shown.get(key)?.hooks.failed(why);
  }

  isShown(key: string): void {
    this.shown.get(key)?.hooks.shown();
  }
}
