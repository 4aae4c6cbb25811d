import type { Clock } from '../../shared/model/clock.ts';
import type { Logger } from '../log.ts';
import type { Changes } from './changes.ts';

export interface DeskMessagesNeeds {
  clock: Pick<Clock, 'now'>;
  log: Logger;
  changes: Pick<Changes, 'announce'>;
}

/** Whether messages on the desktop are seen there: whoever shows them tells. Best effort, like the messages themselves; it ends with this process. */
export class DeskMessages {
  private readonly needs: DeskMessagesNeeds;
  private current: { since: string; why: string } | undefined;

  constructor(needs: DeskMessagesNeeds) {
    this.needs = needs;
  }

  /** Since when they fail, and the operating system's word for why. */
  get failing(): { since: string; why: string } | undefined {
    return this.current;
  }

  /** `why`: one was not shown; undefined: one was. */
  told(why: string | undefined): void {
    const { clock, log, changes } = this.needs;
    if (why === this.current?.why) return;
    if (why !== undefined) log.warn('message-not-shown', { why });
    this.current = why === undefined ? undefined : { since: this.current?.since ?? clock.now().toISOString(), why };
    changes.announce('status');
  }
}
