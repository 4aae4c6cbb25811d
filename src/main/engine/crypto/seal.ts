import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomFillSync, timingSafeEqual } from 'node:crypto';
import type { MasterKeys } from './keys.ts';
import { OneTimeKeys, RunningTag, TAG_BYTES, tagOf } from './poly1305.ts';

/** Bytes of the nonce in front of every ciphertext. */
export const NONCE_BYTES = 16;
/** Bytes encrypted and authenticated at a time: what fits a core's cache goes through both while it is there. */
const SLICE = 64 * 1024;
/** Bytes that sealing adds. */
export const SEAL_OVERHEAD = NONCE_BYTES + TAG_BYTES;

/** Encrypts and authenticates: nonce, ciphertext, tag. */
export function encrypt(keys: MasterKeys, plain: Uint8Array): Buffer<ArrayBuffer> {
  const sealed = Buffer.allocUnsafeSlow(plain.length + SEAL_OVERHEAD);
  encryptInto(keys, plain, sealed);
  return sealed;
}

/** Like encrypt, into memory of exactly `plain.length + SEAL_OVERHEAD` bytes. */
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
  const { encryption, oneTimeKeys } = prepared(keys);
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const cipherText = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
  const tag = sealed.subarray(sealed.length - TAG_BYTES);
  if (!timingSafeEqual(tagInSlices(cipherText, oneTimeKeys.for(nonce)), tag)) return undefined;
  return createDecipheriv('aes-256-ctr', encryption, nonce).update(cipherText);
}

function tagInSlices(message: Uint8Array, oneTimeKey: Uint8Array): Uint8Array {
  if (message.length <= SLICE) return tagOf(message, oneTimeKey);
  const tag = new RunningTag(oneTimeKey);
  for (let at = 0; at < message.length; at += SLICE) tag.update(message.subarray(at, at + SLICE));
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
