/**
 * A SHA-256 in lower-case hex: the name of a file of the repository, or of a blob.
 * Inside the index and the workers ids are 32 raw bytes; `hexOf` and `bytesOf` translate.
 */
export type Id = string;

/** Length of a raw id in bytes. */
export const ID_BYTES = 32;

const [ZERO, NINE, A, F] = [0x30, 0x39, 0x61, 0x66] as const;

/** Whether `text` is 64 lower-case hex digits. By hand: asked for every entry of every index file. */
export function isId(text: unknown): text is Id {
  if (typeof text !== 'string' || text.length !== ID_BYTES * 2) return false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!((unit >= ZERO && unit <= NINE) || (unit >= A && unit <= F))) return false;
  }
  return true;
}

/** The raw bytes of an id. */
export function bytesOf(id: Id): Buffer {
  return Buffer.from(id, 'hex');
}

/** The id whose raw bytes stand in `bytes` at `offset`. */
export function hexOf(bytes: Uint8Array, offset = 0): Id {
  return Buffer.from(bytes.buffer, bytes.byteOffset + offset, ID_BYTES).toString('hex');
}
