/** What has to be undone when a piece of work ends, the last first; each once, and all of them whatever fails. */
export class Endings {
  readonly #steps: (() => Promise<unknown> | undefined)[] = [];
  #running: Promise<void> = Promise.resolve();

  add(step: () => Promise<unknown> | undefined): void {
    this.#steps.push(step);
  }

  /** Does them. May be repeated, also meanwhile; a failure of one is thrown after all others have been done. */
  async run(): Promise<void> {
    this.#running = this.#running.catch(() => undefined).then(async () => await this.#drain());
    await this.#running;
  }

  async #drain(): Promise<void> {
    const failures: unknown[] = [];
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Runs `work`, and the endings too if it fails. */
  async unless<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.run().catch(() => undefined);
      throw error;
    }
  }
}

/** Also does them when the work is aborted, without waiting for somebody to end it; what fails then fails again for whoever does. */
export function endAtAbort(signal: AbortSignal, endings: Endings): void {
  const end = (): void => void endings.run().catch(() => undefined);
  signal.addEventListener('abort', end, { once: true });
  endings.add(() => {
    signal.removeEventListener('abort', end);
    return undefined;
  });
}
