import { throwIfAborted } from './abort.ts';

/** How the engine waits; tests hand in their own. */
export interface Timers {
  /** Runs `work` once after some milliseconds. A `background` timer does not keep the process alive. The result cancels it. */
  after(milliseconds: number, work: () => void, options?: { background?: boolean }): () => void;
}

/** The process's own timers. */
export const systemTimers: Timers = {
  after(milliseconds, work, options) {
    const timer = setTimeout(work, milliseconds);
    if (options?.background === true) timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Waits; `aborted` (or the signal's own reason) if the signal aborts first. */
export async function pause(timers: Timers, milliseconds: number, signal?: AbortSignal): Promise<void> {
  throwIfAborted(signal);
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      cancel();
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = timers.after(milliseconds, finish);
    signal?.addEventListener('abort', finish, { once: true });
  });
  throwIfAborted(signal);
}
