/** How the owner process waits; tests hand in their own. */
export interface OwnerTimers {
  wait: (milliseconds: number) => Promise<void>;
  /** Runs work again and again without keeping the process alive; the result ends that. */
  every: (milliseconds: number, work: () => void) => () => void;
  /** The work's result, or undefined when it took longer. */
  within: <T>(milliseconds: number, work: Promise<T>) => Promise<T | undefined>;
}

/** The process's own timers. */
export const systemTimers: OwnerTimers = {
  // What keeps the process alive is its work, never a pause.
  wait: async (milliseconds) => await new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
  every: (milliseconds, work) => {
    const timer = setInterval(work, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
  within: async (milliseconds, work) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), milliseconds);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  },
};
