import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Chunking, cutPoints, DEFAULT_CHUNKING, gearTable } from '../../../../../src/main/engine/chunker/index.ts';

const table = gearTable('3da3358b4dc173');
const small: Chunking = { kind: 'content', minimum: 256, normal: 1024, maximum: 4096 };

/** Repeatable noise. */
function noise(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

function sizes(ends: number[]): number[] {
  return ends.map((end, i) => end - (ends[i - 1] ?? 0));
}

/** Cuts as the archiver does it: in segments, with the unfinished rest in front of the next. */
function cutInSegments(bytes: Uint8Array, chunking: Chunking, segment: number): number[] {
  const ends: number[] = [];
  for (let start = 0; start < bytes.length; ) {
    const length = Math.min(segment, bytes.length - start);
    const cuts = cutPoints(table, chunking, bytes.subarray(start, start + length), length, start + length === bytes.length);
    for (const cut of cuts) ends.push(start + cut);
    start = ends.at(-1) as number;
  }
  return ends;
}

describe('content-defined cuts', () => {
  test('pieces keep their bounds and cover everything', () => {
    const bytes = noise(300_000);
    const ends = cutPoints(table, small, bytes, bytes.length, true);
    expect(ends.at(-1)).toBe(bytes.length);
    const lengths = sizes(ends);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(4096);
    expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThanOrEqual(256);
    const average = bytes.length / lengths.length;
    expect(average).toBeGreaterThan(700);
    expect(average).toBeLessThan(1700);
  });

  test('reading in segments of any size gives the same cuts', () => {
    const bytes = noise(100_000, 7);
    const whole = cutPoints(table, small, bytes, bytes.length, true);
    fc.assert(
      fc.property(fc.integer({ min: 4097, max: 60_000 }), (segment) => expect(cutInSegments(bytes, small, segment)).toEqual(whole)),
    );
  });

  test('an insertion changes only the pieces around it', () => {
    const bytes = noise(200_000, 3);
    const changed = Buffer.concat([bytes.subarray(0, 90_000), Buffer.from('one more line'), bytes.subarray(90_000)]);
    const before = cutPoints(table, small, bytes, bytes.length, true);
    const after = new Set(cutPoints(table, small, changed, changed.length, true).map((end) => (end > 90_000 ? end - 13 : end)));
    const moved = before.filter((end) => !after.has(end));
    expect(moved.length).toBeLessThan(6);
  });

  test('another polynomial cuts elsewhere', () => {
    const bytes = noise(100_000);
    const other = cutPoints(gearTable('25b468838dcb75'), small, bytes, bytes.length, true);
    expect(other).not.toEqual(cutPoints(table, small, bytes, bytes.length, true));
  });

  test('monotonous content is cut at the largest size', () => {
    const zeros = new Uint8Array(20 * 1024 * 1024);
    const lengths = new Set(sizes(cutPoints(table, DEFAULT_CHUNKING, zeros, zeros.length, true)).slice(0, -1));
    expect(lengths.size).toBe(1);
  });

  test('nothing has no pieces', () => {
    expect(cutPoints(table, small, new Uint8Array(0), 0, true)).toEqual([]);
  });
});

describe('page cuts', () => {
  test('multiples of the page size; the rest only at the end', () => {
    const pages: Chunking = { kind: 'pages', size: 8192 };
    expect(cutPoints(table, pages, new Uint8Array(0), 20_000, false)).toEqual([8192, 16384]);
    expect(cutPoints(table, pages, new Uint8Array(0), 20_000, true)).toEqual([8192, 16384, 20_000]);
  });
});
