import { SEAL_OVERHEAD } from '../crypto/index.ts';
import type { SealedPart } from './protocol.ts';

/** Blobs of up to this many bytes are put together; copying a larger one costs more than handing it over by itself. */
const SMALL = 256 * 1024;

/** One memory for the small blobs of an answer: handing over thousands of memories would cost more than opening them. */
export class SharedMemory {
  private readonly memory: Uint8Array<ArrayBuffer>;
  private used = 0;

  constructor(parts: readonly SealedPart[]) {
    const total = parts.reduce((sum, part) => sum + smallLength(part), 0);
    this.memory = new Uint8Array(Buffer.allocUnsafeSlow(total).buffer);
  }

  /** The same bytes in memory that can be handed over. */
  place(plain: Uint8Array): Uint8Array<ArrayBuffer> {
    const { length } = plain;
    if (length > SMALL || this.used + length > this.memory.length) return new Uint8Array(plain);
    const place = this.memory.subarray(this.used, this.used + length);
    place.set(plain);
    this.used += length;
    return place;
  }
}

function smallLength({ length, uncompressedLength }: SealedPart): number {
  const plain = uncompressedLength ?? length - SEAL_OVERHEAD;
  return plain <= SMALL ? plain : 0;
}
