import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { BlobTable } from '../../../../../../src/main/engine/repository/index/blob-table.ts';

const idOf = (number: number): Buffer => createHash('sha256').update(String(number)).digest();

describe('the table of blobs', () => {
  test('finds each of many, by type, and nothing else', () => {
    const table = new BlobTable();
    const count = 50_000;
    for (let i = 0; i < count; i++)
      table.add(idOf(i), { tree: i % 5 === 0, pack: i >> 8, offset: i, length: i + 32, uncompressedLength: i % 3 });
    expect(table.size).toBe(count);
    for (let i = 0; i < count; i += 7) {
      const at = table.find(i % 5 === 0, idOf(i));
      expect(table.entry(at)).toEqual({ tree: i % 5 === 0, pack: i >> 8, offset: i, length: i + 32, uncompressedLength: i % 3 });
      expect(table.find(i % 5 !== 0, idOf(i))).toBe(-1);
    }
    expect(table.find(false, idOf(count))).toBe(-1);
  });

  test('keeps copies in several packs, but not the same one twice', () => {
    const table = new BlobTable();
    const entry = { tree: false, pack: 1, offset: 0, length: 40, uncompressedLength: 0 };
    table.add(idOf(1), entry);
    table.add(idOf(1), entry);
    table.add(idOf(1), { ...entry, pack: 2 });
    expect(table.findAll(false, idOf(1)).map((at) => table.entry(at).pack)).toEqual([1, 2]);
  });

  test('ids that begin alike are told apart', () => {
    const table = new BlobTable();
    const [a, b] = [Buffer.alloc(32, 7), Buffer.alloc(32, 7)];
    b[31] = 8;
    table.add(a, { tree: false, pack: 1, offset: 0, length: 1, uncompressedLength: 0 });
    expect(table.find(false, b)).toBe(-1);
  });

  test('takes at most 60 bytes an entry', () => {
    const table = new BlobTable();
    const id = Buffer.alloc(32);
    const count = 300_000;
    for (let i = 0; i < count; i++) {
      id.writeUInt32LE(Math.imul(i, 0x9e3779b1) >>> 0, 0);
      id.writeUInt32LE(i, 4);
      table.add(id, { tree: false, pack: 0, offset: i, length: 1, uncompressedLength: 0 });
    }
    expect(table.memory / count).toBeLessThan(60);
  });
});
