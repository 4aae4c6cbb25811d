/** Shorter runs of zeros are not worth a hole. */
export const MIN_HOLE_BYTES = 4096;

const ZEROS = Buffer.alloc(64 * 1024);

/** Whether content is long enough for a hole and nothing but zeros. */
export function isHole(bytes: Uint8Array): boolean {
  if (bytes.length < MIN_HOLE_BYTES || bytes[0] !== 0 || bytes[bytes.length - 1] !== 0) return false;
  for (let at = 0; at < bytes.length; at += ZEROS.length) {
    const piece = bytes.subarray(at, at + ZEROS.length);
    if (Buffer.compare(piece, ZEROS.subarray(0, piece.length)) !== 0) return false;
  }
  return true;
}
