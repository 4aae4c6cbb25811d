import { constants, createZstdCompress, zstdCompressSync, type ZstdOptions } from 'node:zlib';
import { NativeContext } from './native-context.ts';

/** Up to this many bytes a blob counts as small: a page or a few of a database, a note, a folder. */
const SMALL_BYTES = 128 * 1024;

/** Level 1 takes two thirds of the time of level 3 and stores 1 to 2 % more of a pharmacy's mix (docs/performance.md). */
const LARGE: ZstdOptions = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** A table that stays in the core's fastest memory and matches of 4 bytes: faster than level 1 on database pages, and 2 % smaller. */
const SMALL: ZstdOptions = {
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_hashLog]: 13, [constants.ZSTD_c_minMatch]: 4 },
};

/** The most that compressing can make of so many bytes (zstd.h, ZSTD_COMPRESSBOUND). */
export function compressionBound(length: number): number {
  return length + (length >>> 8) + 64;
}

/**
 * Compresses `plain` as one zstd frame to the begin of `output`, which has room for `compressionBound` bytes; the
 * frame's length.
 */
export function compressInto(plain: Uint8Array, output: Uint8Array): number {
  const isSmall = plain.length <= SMALL_BYTES;
  const context = isSmall ? smallContext() : largeContext();
  const step = context?.run(constants.ZSTD_e_end, plain, output);
  if (step?.read === plain.length && step.written < output.length) return step.written;
  const frame = zstdCompressSync(plain, isSmall ? SMALL : LARGE);
  output.set(frame);
  return frame.length;
}

const smallContext = once(SMALL);
const largeContext = once(LARGE);

/** Made when first needed, then kept as long as the thread lives. */
function once(options: ZstdOptions): () => NativeContext | undefined {
  let made: { context: NativeContext | undefined } | undefined;
  return () => (made ??= { context: NativeContext.of(createZstdCompress(options)) }).context;
}
