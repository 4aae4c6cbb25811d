import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomFillSync, timingSafeEqual } from 'node:crypto';
import { free } from './free.ts';
import type { MasterKeys } from './keys.ts';
import { TAG_BYTES } from './poly1305.ts';
import { Poly1305Aes } from './poly1305-aes.ts';

/** Bytes of the nonce in front of every ciphertext. */
export const NONCE_BYTES = 16;
/** Bytes encrypted and authenticated at a time: what fits a core's cache goes through both while it is there. */
const SLICE = 32 * 1024;
/** Bytes that sealing adds. */
export const SEAL_OVERHEAD = NONCE_BYTES + TAG_BYTES;

/** Encrypts and authenticates: nonce, ciphertext, tag. */
export function encrypt(keys: MasterKeys, plain: Uint8Array): Buffer<ArrayBuffer> {
  const sealed = Buffer.allocUnsafeSlow(plain.length + SEAL_OVERHEAD);
  encryptInto(keys, plain, sealed);
  return sealed;
}

/** Like encrypt, into memory of exactly `plain.length + SEAL_OVERHEAD` bytes; `plain` may stand where its ciphertext will. */
export function encryptInto(keys: MasterKeys, plain: Uint8Array, sealed: Uint8Array): void {
  const { encryption, authentication } = prepared(keys);
  const nonce = sealed.subarray(0, NONCE_BYTES);
  nonce.set(nextNonce());
  const cipher = createCipheriv('aes-256-ctr', encryption, nonce);
  const tag = authentication.begin(nonce, plain.length);
  for (let at = 0; at < plain.length; at += SLICE) {
    const slice = cipher.update(plain.subarray(at, at + SLICE));
    sealed.set(slice, NONCE_BYTES + at);
    tag.update(slice);
    free(slice);
  }
  sealed.set(tag.final(), NONCE_BYTES + plain.length);
}

/** The plain bytes, or undefined if the authentication does not hold. */
export function decrypt(keys: MasterKeys, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < SEAL_OVERHEAD) return undefined;
  const plain = Buffer.allocUnsafeSlow(sealed.length - SEAL_OVERHEAD);
  return decryptInto(keys, sealed, plain) === undefined ? undefined : plain;
}

/**
 * Writes the plain bytes to the begin of `memory`, which has room for them, and returns them; undefined if the
 * authentication does not hold, and then nobody may look at what stands there.
 */
export function decryptInto(keys: MasterKeys, sealed: Uint8Array, memory: Uint8Array): Uint8Array | undefined {
  if (sealed.length < SEAL_OVERHEAD) return undefined;
  const { encryption, authentication } = prepared(keys);
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const cipherText = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-ctr', encryption, nonce);
  const tag = authentication.begin(nonce, cipherText.length);
  for (let at = 0; at < cipherText.length; at += SLICE) {
    const slice = cipherText.subarray(at, at + SLICE);
    tag.update(slice);
    const plain = decipher.update(slice);
    memory.set(plain, at);
    free(plain);
  }
  const isAuthentic = timingSafeEqual(tag.final(), sealed.subarray(sealed.length - TAG_BYTES));
  return isAuthentic ? memory.subarray(0, cipherText.length) : undefined;
}

interface PreparedKeys {
  encryption: KeyObject;
  authentication: Poly1305Aes;
}

/** Turning bytes into keys costs as much as encrypting a small blob: done once for each set of keys. */
const preparations = new WeakMap<MasterKeys, PreparedKeys>();

function prepared(keys: MasterKeys): PreparedKeys {
  const known = preparations.get(keys);
  if (known) return known;
  const made = { encryption: createSecretKey(keys.encrypt), authentication: new Poly1305Aes(createSecretKey(keys.macK), keys.macR) };
  preparations.set(keys, made);
  return made;
}

/** Random bytes are fetched for many nonces at a time: a call costs more than a small blob's encryption. */
const nonces = new Uint8Array(256 * NONCE_BYTES);
let noncesUsed = nonces.length;

function nextNonce(): Uint8Array {
  if (noncesUsed === nonces.length) {
    randomFillSync(nonces);
    noncesUsed = 0;
  }
  noncesUsed += NONCE_BYTES;
  return nonces.subarray(noncesUsed - NONCE_BYTES, noncesUsed);
}
