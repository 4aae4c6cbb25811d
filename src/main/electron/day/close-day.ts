import type { Note } from '../../../shared/text/index.ts';
import type { Run } from '../../../shared/model/run.ts';
import type { TrayTexts } from '../../../shared/text/index.ts';
import type { FaceClient } from '../../web/index.ts';

/** How far closing the day has come. */
export type DayState = { kind: 'idle' } | { kind: 'backing-up' } | { kind: 'ending' };

export interface CloseDayNeeds {
  /** Whom to ask; undefined while nobody answers. */
  client: () => FaceClient | undefined;
  texts: () => TrayTexts['day'];
  /** Says something on the desktop; a click leads to a place in the page. */
  tell: (note: Note, place?: string) => void;
  /** Shuts the PC down; false: this account may not. */
  shutDown: () => Promise<boolean>;
  wait: (milliseconds: number) => Promise<void>;
  onChange: () => void;
}

/** Milliseconds between two looks whether the run has ended. */
const LOOK_EVERY = 2000;
/** Looks in a row without an answer after which nobody is believed to answer any more. */
const PATIENCE = 60;
/** Seconds between the last copy and the end, in which somebody can still say no. */
const COUNTDOWN = 60;

/**
 * "Close the day": a backup of everything with all its copies, then the PC shuts down. It never shuts down without a backup that
 * ended well, and never stays on without saying why.
 */
export class CloseDay {
  private readonly needs: CloseDayNeeds;
  private current: DayState = { kind: 'idle' };
  /** Changes with each attempt, so that one that was called off does nothing any more. */
  private attempt = 0;

  constructor(needs: CloseDayNeeds) {
    this.needs = needs;
  }

  get state(): DayState {
    return this.current;
  }

  /** Begins; resolves when the PC goes off or stays on. Errors of the contract, if the backup cannot be begun. */
  async begin(): Promise<void> {
    if (this.current.kind !== 'idle') return;
    const attempt = ++this.attempt;
    const client = this.needs.client();
    if (client === undefined) return this.stay(attempt, this.needs.texts().lost);
    // At once: two clicks are one day.
    this.become({ kind: 'backing-up' });
    const { run } = await client.runs.start({}).catch((error: unknown) => {
      this.become({ kind: 'idle' });
      throw error;
    });
    this.needs.tell(this.needs.texts().begun);
    const ended = await this.endOf(run, attempt);
    if (attempt === this.attempt) await this.judge(ended, run, attempt);
  }

  /** The PC stays on; what is being backed up goes on. */
  keepOn(): void {
    this.stay(this.attempt, this.needs.texts().keptOn);
  }

  private async judge(ended: Run | undefined, run: string, attempt: number): Promise<void> {
    const texts = this.needs.texts();
    const place = `/runs/${run}`;
    if (ended === undefined) return this.stay(attempt, texts.lost, place);
    if (ended.status === 'skipped') return this.stay(attempt, texts.nothingDone, place);
    if (ended.status !== 'completed' && ended.status !== 'completed-with-warnings') return this.stay(attempt, texts.notWell, place);
    this.become({ kind: 'ending' });
    this.needs.tell(texts.ending(COUNTDOWN, ended.status === 'completed-with-warnings'));
    await this.needs.wait(COUNTDOWN * 1000);
    if (attempt !== this.attempt) return;
    if (!(await this.needs.shutDown())) this.stay(attempt, texts.notPermitted);
  }

  /** The run when it has ended with all its copies; undefined if nobody answers any more. */
  private async endOf(run: string, attempt: number): Promise<Run | undefined> {
    for (let silent = 0; silent < PATIENCE && attempt === this.attempt; ) {
      const found = await this.needs
        .client()
        ?.runs.get({ id: run })
        .catch(() => undefined);
      if (found?.run.endedAt !== undefined) return found.run;
      silent = found === undefined ? silent + 1 : 0;
      await this.needs.wait(LOOK_EVERY);
    }
    return undefined;
  }

  private stay(attempt: number, note: Note, place?: string): void {
    if (attempt !== this.attempt) return;
    this.attempt += 1;
    this.become({ kind: 'idle' });
    this.needs.tell(note, place);
  }

  private become(state: DayState): void {
    this.current = state;
    this.needs.onChange();
  }
}
