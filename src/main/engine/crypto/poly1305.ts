import { type Cipheriv, createCipheriv, type KeyObject } from 'node:crypto';
import sodium, { type StateAddress } from 'libsodium-wrappers-sumo';

/**
 * Poly1305-AES as in D. J. Bernstein's paper: the one-time key of today's Poly1305 is `r` followed by AES(k, nonce).
 * libsodium's WebAssembly does the arithmetic; Node has no Poly1305 of its own that Electron's BoringSSL shares.
 */
await sodium.ready;

/** Bytes of an authentication tag. */
export const TAG_BYTES = 16;

/** Makes one-time keys. One block of AES in ECB mode has no state, so one cipher serves all nonces. */
export class OneTimeKeys {
  private readonly blockCipher: Cipheriv;
  private readonly r: Uint8Array;

  /** `k` and `r`: 16 bytes each. */
  constructor(k: KeyObject, r: Uint8Array) {
    this.blockCipher = createCipheriv('aes-128-ecb', k, null).setAutoPadding(false);
    this.r = r;
  }

  /** The key for a nonce of 16 bytes; to be used for one message only. */
  for(nonce: Uint8Array): Uint8Array {
    const key = new Uint8Array(32);
    key.set(this.r);
    key.set(this.blockCipher.update(nonce), 16);
    return key;
  }
}

/** The tag of a message that comes in pieces, under a one-time key. */
export class RunningTag {
  private readonly state: StateAddress;

  constructor(oneTimeKey: Uint8Array) {
    this.state = sodium.crypto_onetimeauth_init(oneTimeKey);
  }

  update(piece: Uint8Array): void {
    sodium.crypto_onetimeauth_update(this.state, piece);
  }

  /** Ends the message; may be called once. */
  final(): Uint8Array {
    return sodium.crypto_onetimeauth_final(this.state);
  }
}

/** The tag of a short message under a one-time key. */
export function tagOf(message: Uint8Array, oneTimeKey: Uint8Array): Uint8Array {
  return sodium.crypto_onetimeauth(message, oneTimeKey);
}

/** Clears the bits of `r` that Poly1305 requires to be zero, in place. */
export function clamp(r: Uint8Array): Uint8Array {
  for (const at of [3, 7, 11, 15]) r[at] = (r[at] as number) & 0x0f;
  for (const at of [4, 8, 12]) r[at] = (r[at] as number) & 0xfc;
  return r;
}
