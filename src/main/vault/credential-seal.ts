import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM: version, nonce, ciphertext, tag. */
const VERSION = 1;
const NONCE = 12;
const TAG = 16;
export const WRAPPING_KEY_BYTES = 32;

/** A credential sealed with the wrapping key, as base64. Its name is bound to it: one cannot pass for another. */
export function sealCredential(key: Uint8Array, name: string, value: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(boundTo(name));
  const content = [cipher.update(value, 'utf8'), cipher.final()];
  return Buffer.concat([Buffer.of(VERSION), nonce, ...content, cipher.getAuthTag()]).toString('base64');
}

/** The credential; undefined if it was sealed with another key, for another name, or is damaged. */
export function openCredential(key: Uint8Array, name: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < 1 + NONCE + TAG || bytes[0] !== VERSION) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE), { authTagLength: TAG });
    decipher.setAAD(boundTo(name));
    decipher.setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE, -TAG)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function boundTo(name: string): Buffer {
  return Buffer.from(`lifeboat credential ${VERSION}\n${name}`, 'utf8');
}
