/** Memory beyond this is not kept: few blobs are as large, and a thread would hold it for good. */
const MOST_KEPT = 8.25 * 1024 * 1024;
const LEAST_BYTES = 128 * 1024;

/** Memory for something that is over before the next begins: fresh memory costs more than filling it. */
export class Scratch {
  private memory = new Uint8Array(0);

  /** So many bytes, with anything in them; theirs until the next call. */
  take(length: number): Uint8Array {
    if (length > MOST_KEPT) return Buffer.allocUnsafeSlow(length);
    if (length > this.memory.length) {
      const size = Math.min(MOST_KEPT, Math.max(LEAST_BYTES, 2 ** Math.ceil(Math.log2(length))));
      this.memory = Buffer.allocUnsafeSlow(size);
    }
    return this.memory.subarray(0, length);
  }
}
