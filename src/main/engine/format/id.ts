/**
 * A SHA-256 in lower-case hex: the name of a file of the repository, or of a blob.
 * Inside the index and the workers ids are 32 raw bytes; `hexOf` and `bytesOf` translate.
 */
export type Id = string;

/** Length of a raw id in bytes. */
export const ID_BYTES = 32;

const HEX_ID = /^[0-9a-f]{64}$/;

/** Whether `text` is 64 lower-case hex digits. */
export function isId(text: unknown): text is Id {
  return typeof text === 'string' && HEX_ID.test(text);
}

/** The raw bytes of an id. */
export function bytesOf(id: Id): Buffer {
  return Buffer.from(id, 'hex');
}

/** The id whose raw bytes stand in `bytes` at `offset`. */
export function hexOf(bytes: Uint8Array, offset = 0): Id {
  return Buffer.from(bytes.buffer, bytes.byteOffset + offset, ID_BYTES).toString('hex');
}
