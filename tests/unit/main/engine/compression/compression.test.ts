import { randomBytes } from 'node:crypto';
import { constants, createZstdCompress, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { compressInto, compressionBound, decompressAnew, decompressInto } from '../../../../../src/main/engine/compression/index.ts';
import { NativeContext } from '../../../../../src/main/engine/compression/native-context.ts';

const text = (length: number): Buffer => Buffer.from('omeprazole 20 mg, one a day\n'.repeat(Math.ceil(length / 28))).subarray(0, length);

function frameOf(plain: Uint8Array): Buffer {
  const memory = Buffer.alloc(compressionBound(plain.length));
  return memory.subarray(0, compressInto(plain, memory));
}

function plainOf(frame: Uint8Array, length: number): Buffer | undefined {
  const memory = Buffer.alloc(length + 1);
  const found = decompressInto(frame, memory);
  return found === undefined ? undefined : memory.subarray(0, found);
}

describe('frames by one context after the other', () => {
  const contents = [text(0), text(1), text(16_384), randomBytes(16_384), text(200_000), randomBytes(3_000_000), text(5_000_000), text(10)];

  test('this Node has the inside that makes it quick', () => {
    expect(NativeContext.of(createZstdCompress())).toBeInstanceOf(NativeContext);
  });

  test('each is a frame of its own that anybody reads', () => {
    for (const plain of [...contents, ...contents.reverse()]) expect(zstdDecompressSync(frameOf(plain)).equals(plain)).toBe(true);
  });

  test('what does not shrink stays within the bound', () => {
    for (const length of [1, 100, 16_384, 131_072, 131_073, 4_000_000]) {
      expect(frameOf(randomBytes(length)).length).toBeLessThan(compressionBound(length));
    }
  });

  test('frames of others are read, whatever their level', () => {
    for (const plain of contents) {
      for (const level of [1, 3, 19]) {
        const frame = zstdCompressSync(plain, {
          params: { [constants.ZSTD_c_compressionLevel]: Math.min(level, plain.length > 1e6 ? 3 : 19) },
        });
        expect(plainOf(frame, plain.length)?.equals(plain)).toBe(true);
      }
    }
  });

  test.each([
    ['no frame', randomBytes(500)],
    ['a frame with something behind it', Buffer.concat([frameOf(text(500)), Buffer.alloc(9)])],
    ['a frame longer than promised', frameOf(text(501))],
  ])('%s is refused, and the next frame read', (_name, frame) => {
    expect(plainOf(frame, 500)).toBeUndefined();
    expect(plainOf(frameOf(text(500)), 500)?.equals(text(500))).toBe(true);
  });

  test('after a frame that broke off the slow way tells right from wrong', () => {
    const frame = frameOf(text(200_000));
    expect(plainOf(frame.subarray(0, frame.length - 3), 200_000)?.equals(text(200_000))).not.toBe(true);
    expect(decompressAnew(frame.subarray(0, frame.length - 3), 200_000)?.equals(text(200_000))).not.toBe(true);
    expect(decompressAnew(frame, 200_000)?.equals(text(200_000))).toBe(true);
    expect(plainOf(frame, 200_000)?.equals(text(200_000))).toBe(true);
  });

  test('the slow way gives no more than one byte beyond what was promised', () => {
    expect(decompressAnew(frameOf(text(1000)), 500)).toBeUndefined();
    expect(decompressAnew(randomBytes(100), 500)).toBeUndefined();
  });
});
