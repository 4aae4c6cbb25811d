import { Readable } from 'node:stream';

/** Bytes handed to the connection at a time. */
const SLICE = 64 * 1024;

/** A request's body as a stream of slices; `beforeSlice` is waited for with the length of each. */
export function requestBody(parts: readonly Uint8Array[], beforeSlice: (bytes: number) => Promise<void>): Readable {
  return Readable.from(paced(parts, beforeSlice), { objectMode: false, highWaterMark: SLICE });
}

async function* paced(parts: readonly Uint8Array[], beforeSlice: (bytes: number) => Promise<void>): AsyncGenerator<Uint8Array> {
  for (const slice of slices(parts, SLICE)) {
    await beforeSlice(slice.byteLength);
    yield slice;
  }
}

/** The same bytes in slices of one length: thousands of small parts must not become thousands of small packets. */
export function* slices(parts: readonly Uint8Array[], length: number): Generator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let bytes = 0;
  for (const part of parts) {
    for (let at = 0; at < part.byteLength; ) {
      const piece = part.subarray(at, at + length - bytes);
      gathered.push(piece);
      bytes += piece.byteLength;
      at += piece.byteLength;
      if (bytes < length) continue;
      yield joined(gathered);
      gathered = [];
      bytes = 0;
    }
  }
  if (bytes > 0) yield joined(gathered);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  return pieces.length === 1 && first ? first : Buffer.concat(pieces);
}
