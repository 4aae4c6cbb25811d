/**
 * File names as JavaScript strings without loss. Names on disk are bytes, usually UTF-8. A byte that is not part of
 * valid UTF-8 becomes a lone low surrogate U+DC80..U+DCFF (Python's "surrogateescape"), so every name has one string
 * and every such string gives its bytes back.
 */
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ESCAPE_BASE = 0xdc00;

/** The string for a name's bytes. */
export function nameFromBytes(bytes: Uint8Array): string {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return escapeInvalidBytes(bytes);
  }
}

/** The bytes of a name's string. */
export function nameToBytes(name: string): Buffer {
  if (name.isWellFormed()) return Buffer.from(name, 'utf8');
  const parts: Buffer[] = [];
  for (const piece of name.split(/([\udc80-\udcff])/u)) {
    const unit = piece.charCodeAt(0);
    const escaped = piece.length === 1 && unit >= 0xdc80 && unit <= 0xdcff;
    parts.push(escaped ? Buffer.of(unit - ESCAPE_BASE) : Buffer.from(piece, 'utf8'));
  }
  return Buffer.concat(parts);
}

/** A name or path in the form `node:fs` needs: a string where that is exact, otherwise bytes. */
export function pathForSystem(path: string): string | Buffer {
  return path.isWellFormed() ? path : nameToBytes(path);
}

/** Order of names in a tree: by their bytes. */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Below U+D800 the order of UTF-16 units is the order of UTF-8 bytes.
    return x < 0xd800 && y < 0xd800 ? x - y : Buffer.compare(nameToBytes(a), nameToBytes(b));
  }
  return a.length - b.length;
}

function escapeInvalidBytes(bytes: Uint8Array): string {
  let text = '';
  let at = 0;
  while (at < bytes.length) {
    const length = validSequenceLength(bytes, at);
    if (length === 0) {
      text += String.fromCharCode(ESCAPE_BASE + (bytes[at] as number));
      at += 1;
    } else {
      text += strictDecoder.decode(bytes.subarray(at, at + length));
      at += length;
    }
  }
  return text;
}

/** Length of the valid UTF-8 sequence that starts at `at`, or 0. */
function validSequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  try {
    strictDecoder.decode(bytes.subarray(at, at + length));
    return length;
  } catch {
    return 0;
  }
}
