import { EXIT } from './exit-code.ts';

// Not SIGHUP: with it stock restic's `unlock` asks whether the holder of a lock lives.
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** A person's or the system's wish to stop. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Stops listening. */
  dispose(): void;
}

/** Listens for Ctrl-C and its like: the first asks for a clean end and calls `onFirst`, the second ends the process at once. */
export function listenForInterruption(onFirst: () => void): Interruption {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    onFirst();
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, stop);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}
