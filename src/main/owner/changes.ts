import type { ChangeKind } from '../api/index.ts';

/** Tells faces that something changed. Each kind waits at most once for a face that is slow. */
export class Changes {
  private readonly listeners = new Set<(what: ChangeKind) => void>();

  announce(what: ChangeKind): void {
    for (const listener of this.listeners) listener(what);
  }

  /** What changes from now on, until the signal aborts. */
  async *listen(signal: AbortSignal | undefined): AsyncGenerator<{ what: ChangeKind }, void, void> {
    const waiting = new Set<ChangeKind>();
    let wake: () => void = () => undefined;
    const listener = (what: ChangeKind): void => {
      waiting.add(what);
      wake();
    };
    const stop = (): void => wake();
    this.listeners.add(listener);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      while (signal?.aborted !== true) {
        for (const what of waiting) {
          waiting.delete(what);
          yield { what };
        }
        if (waiting.size === 0) await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      this.listeners.delete(listener);
      signal?.removeEventListener('abort', stop);
    }
  }
}
