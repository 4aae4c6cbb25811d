import { describe, expect, test } from '@jest/globals';
import { measureLargeIndex } from '../../../../../support/large-index.ts';

describe('the index of two million blobs', () => {
  test('takes at most 60 bytes a blob, pack names and all, and finds each where it is', () => {
    const { bytesPerBlob, wrong } = measureLargeIndex(2_000_000);
    expect(wrong).toBe(0);
    expect(bytesPerBlob).toBeGreaterThan(40);
    expect(bytesPerBlob).toBeLessThan(60);
  }, 60_000);
});
