import { createHash, hash } from 'node:crypto';

/** SHA-256 of some bytes in lower-case hex: the id of a blob or file. */
export function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** SHA-256 of some bytes, raw. */
export function sha256Bytes(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

/** SHA-256 of parts, one after the other, in lower-case hex. */
export function sha256OfParts(parts: Iterable<Uint8Array>): string {
  const running = createHash('sha256');
  for (const part of parts) running.update(part);
  return running.digest('hex');
}
