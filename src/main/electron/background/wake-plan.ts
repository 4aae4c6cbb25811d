import type { Status } from '../../../shared/contract/index.ts';

/** Keeps the task that wakes the PC at the moment of the next due run. */
export class WakePlan {
  private readonly register: (at: Date) => Promise<void>;
  private planned: string | undefined;

  constructor(register: (at: Date) => Promise<void>) {
    this.register = register;
  }

  /** To be told what is due next, whenever that may have changed. What Windows refuses is tried again with the next change. */
  async update(nextRuns: Status['nextRuns']): Promise<void> {
    const next = nextRuns.map(({ at }) => at).sort()[0];
    if (next === undefined || next === this.planned) return;
    this.planned = next;
    await this.register(new Date(next)).catch(() => {
      this.planned = undefined;
    });
  }
}
