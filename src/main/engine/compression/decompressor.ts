import { constants, createZstdDecompress, zstdDecompressSync } from 'node:zlib';
import { NativeContext } from './native-context.ts';

/** The smallest and largest output piece asked for of zlib. One piece for a whole blob saves putting pieces together. */
const LEAST_CHUNK = 64;
const MOST_CHUNK = 8 * 1024 * 1024;

let context: NativeContext | undefined;

/**
 * Decompresses `frame` to the begin of `output`; how many bytes came out, or undefined if it is no frame or `output` is
 * full before its end. The quick way keeps its context from frame to frame, so whoever finds the bytes wrong asks again
 * by `decompressAnew` before he blames them: an earlier frame that broke off may have left something behind.
 */
export function decompressInto(frame: Uint8Array, output: Uint8Array): number | undefined {
  context ??= NativeContext.of(createZstdDecompress());
  const step = context?.run(constants.ZSTD_e_continue, frame, output);
  if (step?.read === frame.length && step.written < output.length) return step.written;
  forgetContext();
  return undefined;
}

/** The same by a context of its own: slow and beyond doubt. At most `limit` bytes; undefined if it is no frame or larger. */
export function decompressAnew(frame: Uint8Array, limit: number): Buffer | undefined {
  forgetContext();
  try {
    // One byte more than promised tells a longer content from the right one.
    return zstdDecompressSync(frame, { maxOutputLength: limit + 1, chunkSize: Math.min(MOST_CHUNK, Math.max(LEAST_CHUNK, limit + 1)) });
  } catch {
    return undefined;
  }
}

function forgetContext(): void {
  context?.close();
  context = undefined;
}
