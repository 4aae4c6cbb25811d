import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type Decipheriv,
  type KeyObject,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto';
import type { MasterKeys } from './keys.ts';
import { OneTimeKeys, RunningTag, TAG_BYTES, tagOf } from './poly1305.ts';

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
  const { encryption, oneTimeKeys } = prepared(keys);
  const nonce = sealed.subarray(0, NONCE_BYTES);
  nonce.set(nextNonce());
  const cipher = createCipheriv('aes-256-ctr', encryption, nonce);
  const tagAt = NONCE_BYTES + plain.length;
  if (plain.length <= SLICE) {
    const cipherText = cipher.update(plain);
    sealed.set(cipherText, NONCE_BYTES);
    sealed.set(tagOf(cipherText, oneTimeKeys.for(nonce)), tagAt);
    return;
  }
  const tag = new RunningTag(oneTimeKeys.for(nonce));
  for (let at = 0; at < plain.length; at += SLICE) {
    const slice = cipher.update(plain.subarray(at, at + SLICE));
    sealed.set(slice, NONCE_BYTES + at);
    tag.update(slice);
  }
  sealed.set(tag.final(), tagAt);
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
  const { encryption, oneTimeKeys } = prepared(keys);
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const cipherText = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
  const tag = sealed.subarray(sealed.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-ctr', encryption, nonce);
  const found =
    cipherText.length <= SLICE
      ? tagAndDecipher(cipherText, oneTimeKeys.for(nonce), decipher, memory)
      : tagAndDecipherInSlices(cipherText, oneTimeKeys.for(nonce), decipher, memory);
  return timingSafeEqual(found, tag) ? memory.subarray(0, cipherText.length) : undefined;
}

function tagAndDecipher(cipherText: Uint8Array, oneTimeKey: Uint8Array, decipher: Decipheriv, memory: Uint8Array): Uint8Array {
  memory.set(decipher.update(cipherText));
  return tagOf(cipherText, oneTimeKey);
}

function tagAndDecipherInSlices(cipherText: Uint8Array, oneTimeKey: Uint8Array, decipher: Decipheriv, memory: Uint8Array): Uint8Array {
  const tag = new RunningTag(oneTimeKey);
  for (let at = 0; at < cipherText.length; at += SLICE) {
    const slice = cipherText.subarray(at, at + SLICE);
    tag.update(slice);
    memory.set(decipher.update(slice), at);
  }
  return tag.final();
}

interface PreparedKeys {
  encryption: KeyObject;
  oneTimeKeys: OneTimeKeys;
}

/** Turning bytes into keys costs as much as encrypting a small blob: done once for each set of keys. */
const preparations = new WeakMap<MasterKeys, PreparedKeys>();

function prepared(keys: MasterKeys): PreparedKeys {
  const known = preparations.get(keys);
  if (known) return known;
  const made = { encryption: createSecretKey(keys.encrypt), oneTimeKeys: new OneTimeKeys(createSecretKey(keys.macK), keys.macR) };
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
