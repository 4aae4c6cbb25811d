/** Bounds work that is under way by number and by bytes. A task's failure is thrown to whoever begins the next, or drains. */
export class WorkWindow {
  readonly #maxTasks: number;
  readonly #maxBytes: number;
  #tasks = 0;
  #bytes = 0;
  #failure: { error: unknown } | undefined;
  #waiting: (() => void)[] = [];

  constructor(limits: { tasks: number; bytes: number }) {
    this.#maxTasks = limits.tasks;
    this.#maxBytes = limits.bytes;
  }

  /** Begins a task that holds `bytes` in memory; resolves when it has begun, which is as soon as there is room. */
  async begin(bytes: number, task: () => Promise<void>): Promise<void> {
    while (this.#tasks > 0 && (this.#tasks >= this.#maxTasks || this.#bytes + bytes > this.#maxBytes)) await this.#change();
    if (this.#failure) throw this.#failure.error;
    this.#tasks++;
    this.#bytes += bytes;
    void this.#run(bytes, task);
  }

  /** Resolves when nothing is under way; throws the first failure. */
  async drain(): Promise<void> {
    while (this.#tasks > 0) await this.#change();
    if (this.#failure) throw this.#failure.error;
  }

  async #run(bytes: number, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.#failure ??= { error };
    } finally {
      this.#tasks--;
      this.#bytes -= bytes;
      for (const wake of this.#waiting.splice(0)) wake();
    }
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
