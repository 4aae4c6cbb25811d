import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { SealedReader } from '../../../../../src/main/engine/workers/sealed-reader.ts';
import { withScratch } from '../../../../support/scratch.ts';

describe('what a thread works on', () => {
  test('is what was sent along', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(new SealedReader().bytesOf(bytes)).toBe(bytes);
  });

  test('is a file, or a part of it, that the thread reads itself', () =>
    withScratch((folder) => {
      const path = `${folder}/pack`;
      writeFileSync(path, 'header and tail');
      const reader = new SealedReader();
      const read = (offset: number, length?: number): string =>
        Buffer.from(reader.bytesOf({ path, offset, ...(length !== undefined && { length }) }) ?? '?').toString();
      expect(read(0)).toBe('header and tail');
      expect(read(7, 3)).toBe('and');
      appendFileSync(path, '.');
      expect(read(11)).toBe('tail.');
      expect(Buffer.from(reader.bytesOf({ path: new Uint8Array(Buffer.from(path)), offset: 0, length: 6 }) ?? '?').toString()).toBe(
        'header',
      );
    }));

  test('is nothing where the file is shorter, missing or none', () =>
    withScratch((folder) => {
      const path = `${folder}/pack`;
      writeFileSync(path, 'short');
      mkdirSync(`${folder}/folder`);
      const reader = new SealedReader();
      expect(reader.bytesOf({ path, offset: 2, length: 4 })).toBeUndefined();
      expect(reader.bytesOf({ path, offset: 0, length: 2 ** 40 })).toBeUndefined();
      expect(reader.bytesOf({ path: `${path}-else`, offset: 0 })).toBeUndefined();
      expect(reader.bytesOf({ path: `${folder}/folder`, offset: 0, length: 1 })).toBeUndefined();
    }));
});
