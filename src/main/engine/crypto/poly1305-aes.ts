import { type Cipheriv, createCipheriv, type KeyObject } from 'node:crypto';
import { type Factors, factorsOf, RunningTag } from './poly1305.ts';

/**
 * Poly1305-AES as in D. J. Bernstein's paper: the one-time key of today's Poly1305 is `r` followed by AES(k, nonce).
 * One block of AES in ECB mode has no state, so one cipher serves all nonces.
 */
export class Poly1305Aes {
  private readonly blockCipher: Cipheriv;
  private readonly factors: Factors;

  /** `k` and `r`: 16 bytes each. */
  constructor(k: KeyObject, r: Uint8Array) {
    this.blockCipher = createCipheriv('aes-128-ecb', k, null).setAutoPadding(false);
    this.factors = factorsOf(r);
  }

  /** Begins the tag of a message of `length` bytes under a nonce of 16, which serves for one message only. */
  begin(nonce: Uint8Array, length: number): RunningTag {
    return new RunningTag(this.factors, this.blockCipher.update(nonce), length);
  }
}
