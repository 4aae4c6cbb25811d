/** Bytes per second assumed before anything was measured. */
const FIRST = 64 * 1024;
/** However slow the line: so that a pack of 16 MiB gets hours, not days. */
const SLOWEST = 4 * 1024;
/** Transfers below this many bytes say more about the wait for the answer than about the line. */
const LEAST_BYTES = 64 * 1024;
/** How much a new measurement counts. */
const WEIGHT = 0.3;
/** A transfer may be this many times slower than usual. */
const MARGIN = 4;
/** Milliseconds for the connection and the answer, whatever the size. */
const SETUP = 30_000;

/** A moving estimate of how fast one transfer in one direction is, and the time it gives the next. */
export class Speed {
  #bytesPerSecond = FIRST;

  /** Milliseconds that a try with so many bytes may take. */
  patience(bytes: number): number {
    return SETUP + (bytes / Math.max(SLOWEST, this.#bytesPerSecond / MARGIN)) * 1000;
  }

  /** Takes a finished transfer into account. */
  measured(bytes: number, milliseconds: number): void {
    if (bytes < LEAST_BYTES) return;
    const speed = (bytes / Math.max(1, milliseconds)) * 1000;
    this.#bytesPerSecond += (speed - this.#bytesPerSecond) * WEIGHT;
  }

  /** A try took longer than its time: the next gets twice as much. */
  tooSlow(): void {
    this.#bytesPerSecond = Math.max(SLOWEST * MARGIN, this.#bytesPerSecond / 2);
  }
}
