/** Work in lanes: one after the other in a lane, lanes beside each other. */
export class Lanes {
  private readonly tails = new Map<string, Promise<void>>();

  /**
   * Runs `work` when everything before it in its lane has ended, or at once when `signal` aborts: it then has nothing to do but
   * to say so. Never rejects because of what was before it.
   */
  async enqueue<T>(lane: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const before = this.tails.get(lane) ?? Promise.resolve();
    const result = (signal === undefined ? before : Promise.race([before, whenAborted(signal)])).then(work);
    const tail: Promise<void> = Promise.allSettled([before, result]).then(() => this.ended(lane, tail));
    this.tails.set(lane, tail);
    return await result;
  }

  private ended(lane: string, tail: Promise<void>): void {
    if (this.tails.get(lane) === tail) this.tails.delete(lane);
  }
}

async function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
