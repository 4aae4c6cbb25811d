import { randomBytes, scrypt } from 'node:crypto';
import { clamp } from './poly1305.ts';

/** The three keys that encrypt and authenticate. */
export interface MasterKeys {
  /** AES-256, 32 bytes. */
  encrypt: Uint8Array;
  /** AES-128 key of Poly1305-AES, 16 bytes. */
  macK: Uint8Array;
  /** `r` of Poly1305-AES, 16 bytes, clamped. */
  macR: Uint8Array;
}

/** scrypt's cost: 128 * N * r bytes of memory, p passes. */
export interface ScryptParameters {
  N: number;
  r: number;
  p: number;
  salt: Uint8Array;
}

/** Fresh random keys. */
export function newMasterKeys(): MasterKeys {
  return split(randomBytes(64));
}

/** The keys a password gives. NFC or NFD is the caller's matter; the password's UTF-8 bytes count. */
export async function deriveKeys(password: string, parameters: ScryptParameters): Promise<MasterKeys> {
  const { N, r, p, salt } = parameters;
  const maxmem = 128 * N * r + 128 * r * p + 1024 * 1024;
  return await new Promise((resolve, reject) => {
    scrypt(password, salt, 64, { N, r, p, maxmem }, (error, derived) => (error ? reject(error) : resolve(split(derived))));
  });
}

function split(bytes: Buffer): MasterKeys {
  return { encrypt: bytes.subarray(0, 32), macK: bytes.subarray(32, 48), macR: clamp(bytes.subarray(48, 64)) };
}
