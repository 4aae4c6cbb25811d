import type { Progress } from '../../shared/model/progress.ts';

/**
 * Facts on their way to somebody who may be slow: of each kind only the newest waits, so that ten thousand files a
 * second do not pile up. Warnings are all kept; they are few or the run is lost anyway.
 */
export class Latest implements AsyncIterable<Progress> {
  private readonly waiting = new Map<string, Progress>();
  private warnings = 0;
  private ended = false;
  private wake: (() => void) | undefined;

  put(fact: Progress): void {
    if (fact.kind === 'warning') this.waiting.set(`warning ${this.warnings++}`, fact);
    else this.waiting.set(fact.kind, fact);
    this.wake?.();
  }

  /** What waits is still given out. */
  end(): void {
    this.ended = true;
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Progress, void, void> {
    for (;;) {
      for (const [key, fact] of this.waiting) {
        this.waiting.delete(key);
        yield fact;
      }
      if (this.ended && this.waiting.size === 0) return;
      if (this.waiting.size === 0) await this.something();
    }
  }

  private async something(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    this.wake = undefined;
  }
}
