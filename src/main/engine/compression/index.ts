export { compressInto, compressionBound } from './compressor.ts';
export { decompressAnew, decompressInto } from './decompressor.ts';
