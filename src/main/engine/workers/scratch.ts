/** Memory beyond this is not kept if nothing else is said: few blobs are as large, and a thread would hold it for good. */
const MOST_KEPT = 8.25 * 1024 * 1024;
const LEAST_BYTES = 128 * 1024;

/** Memory for something that is over before the next begins: fresh memory costs more than filling it. */
export class Scratch {
  private memory = new Uint8Array(0);
  private readonly mostKept: number;

  /** `mostKept`: bytes that stay taken at most. */
  constructor(mostKept = MOST_KEPT) {
    this.mostKept = mostKept;
  }

  /** So many bytes, with anything in them; theirs until the next call. */
  take(length: number): Uint8Array {
    if (length > this.mostKept) return Buffer.allocUnsafeSlow(length);
    if (length > this.memory.length) {
      const size = Math.min(this.mostKept, Math.max(LEAST_BYTES, 2 ** Math.ceil(Math.log2(length))));
      this.memory = Buffer.allocUnsafeSlow(size);
    }
    return this.memory.subarray(0, length);
  }
}
