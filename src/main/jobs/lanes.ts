/** Work in lanes: one after the other in a lane, lanes beside each other. */
export class Lanes {
  private readonly tails = new Map<string, Promise<void>>();

  /** Runs `work` when everything before it in its lane has ended. Never rejects because of what was before it. */
  async enqueue<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(lane) ?? Promise.resolve();
    const result = before.then(work);
    const tail: Promise<void> = result.then(nothing, nothing).then(() => this.ended(lane, tail));
    this.tails.set(lane, tail);
    return await result;
  }

  private ended(lane: string, tail: Promise<void>): void {
    if (this.tails.get(lane) === tail) this.tails.delete(lane);
  }
}

function nothing(): void {
  // What the work gave or threw belongs to whoever asked for it.
}
