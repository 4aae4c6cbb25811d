import { createHash } from 'node:crypto';
import { MIN_HOLE_BYTES } from '../filesystem/index.ts';
import type { BlobLocation } from '../repository/index.ts';

/** Above this a blob is fetched like any other: hashing zeros must not become the work. */
const MAX_GUESS_BYTES = 64 * 1024 * 1024;
const MAX_GUESSED_LENGTHS = 64;
/** Zeros compress better than this; little else does. */
const COMPRESSION_OF_ZEROS = 500;

const ZEROS = Buffer.alloc(1024 * 1024);

/**
 * Finds the blobs that are nothing but zeros without fetching them: their id is the hash of so many zeros.
 * Only likely ones are looked at, those that compressed extremely well or come back often.
 */
export class ZeroBlobs {
  readonly #idByLength = new Map<number, string>();

  /** Whether the blob at `location` with `length` plain bytes, used `uses` times, is known to be all zeros. */
  has(location: BlobLocation, length: number, uses: number): boolean {
    if (length < MIN_HOLE_BYTES || length > MAX_GUESS_BYTES) return false;
    const likely = uses > 1 || (location.uncompressedLength !== undefined && location.length * COMPRESSION_OF_ZEROS < length);
    return likely && this.#idOfZeros(length) === location.id;
  }

  #idOfZeros(length: number): string | undefined {
    const known = this.#idByLength.get(length);
    if (known !== undefined || this.#idByLength.size >= MAX_GUESSED_LENGTHS) return known;
    const hash = createHash('sha256');
    for (let left = length; left > 0; left -= ZEROS.length) hash.update(left < ZEROS.length ? ZEROS.subarray(0, left) : ZEROS);
    const id = hash.digest('hex');
    this.#idByLength.set(length, id);
    return id;
  }
}
