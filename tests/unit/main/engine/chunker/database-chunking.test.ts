import { describe, expect, test } from '@jest/globals';
import { databaseChunking } from '../../../../../src/main/engine/chunker/index.ts';

const KiB = 1024;
const pages = (size: number, more: { page?: number; previousChunk?: number } = {}): number => {
  const chunking = databaseChunking('pages', { size, ...more });
  return chunking.kind === 'pages' ? chunking.size : 0;
};

describe('chunks of database files', () => {
  test('grow with the square root of the file, in powers of two, within bounds', () => {
    expect([1e6, 100e6, 400e6, 1.6e9, 6.4e9, 40e9, 1e15].map((size) => pages(size) / KiB)).toEqual([8, 8, 16, 32, 64, 128, 256]);
  });

  test('hold whole pages', () => {
    expect(pages(50e6, { page: 16 * KiB })).toBe(16 * KiB);
    expect(pages(50e6, { page: 64 * KiB })).toBe(64 * KiB);
  });

  test('stay as they were while the file grows, until they are far from the law', () => {
    expect(pages(1.7e9, { previousChunk: 16 * KiB })).toBe(16 * KiB);
    expect(pages(6.5e9, { previousChunk: 16 * KiB })).toBe(16 * KiB);
    expect(pages(40e9, { previousChunk: 16 * KiB })).toBe(128 * KiB);
  });

  test('are not taken from a file that was cut otherwise before', () => {
    expect(pages(400e6, { previousChunk: 712_345 })).toBe(16 * KiB);
    expect(pages(400e6, { page: 16 * KiB, previousChunk: 8 * KiB })).toBe(16 * KiB);
  });

  test('dumps are cut by content, as small', () => {
    expect(databaseChunking('dump', { size: 400e6 })).toEqual({ kind: 'content', minimum: 8 * KiB, normal: 16 * KiB, maximum: 128 * KiB });
  });
});
