import { describe, expect, test } from '@jest/globals';
import { packFileSize } from '../../../../../src/main/engine/format/pack-size.ts';
import { encodePackHeader } from '../../../../../src/main/engine/format/pack-header.ts';

describe('the size of a pack file', () => {
  test('is its blobs, its sealed header and four bytes of length', () => {
    const id = 'ab'.repeat(32);
    const blobs = [
      { type: 'data' as const, id, offset: 0, length: 1000 },
      { type: 'data' as const, id, offset: 1000, length: 500, uncompressedLength: 2000 },
    ];
    expect(packFileSize(blobs)).toBe(1500 + encodePackHeader(blobs).length + 32 + 4);
  });
});
