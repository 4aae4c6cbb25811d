import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { LargeIndex } from '../../../../../support/large-index.ts';

/** A process of its own: in this one other tests have memory too. */
const MEASURE = fileURLToPath(new URL('../../../../../../benchmarks/index-memory.ts', import.meta.url));

describe('the index of two million blobs', () => {
  test('takes at most 60 bytes a blob, pack names and all, and finds each where it is', () => {
    const { bytesPerBlob, wrong } = JSON.parse(execFileSync(process.execPath, [MEASURE, '2000000'], { encoding: 'utf8' })) as LargeIndex;
    expect(wrong).toBe(0);
    expect(bytesPerBlob).toBeGreaterThan(40);
    expect(bytesPerBlob).toBeLessThan(60);
  });
});
