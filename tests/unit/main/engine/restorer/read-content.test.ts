import { describe, expect, test } from '@jest/globals';
import { readContent } from '../../../../../src/main/engine/restorer/index.ts';
import { StoredTrees } from './stored-trees.ts';

const signal = new AbortController().signal;
const megabyte = (n: number): Buffer => Buffer.alloc(1024 * 1024, n);

describe('reading content', () => {
  test('gives every piece in order, and reads no further than one stretch ahead', async () => {
    const stored = new StoredTrees(5);
    const pieces = Array.from({ length: 60 }, (_, i) => megabyte(i % 50));
    const ids = pieces.map((bytes) => stored.save('data', bytes));
    let handedOut = 0;
    let read = 0;
    stored.beforeBlob = () => void read++;
    for await (const piece of readContent(stored.repository(), ids, signal)) {
      expect(Buffer.compare(piece, pieces[handedOut] as Buffer)).toBe(0);
      handedOut++;
      expect(read).toBeLessThanOrEqual(handedOut + 32);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(handedOut).toBe(60);
  });

  test('a damaged piece is an error after what came before it, unless it has another copy', async () => {
    const stored = new StoredTrees(1);
    const ids = Array.from({ length: 40 }, (_, i) => stored.save('data', megabyte(i)));
    const damaged = ids[35] as string;
    stored.damaged.add(`${stored.locations.get(damaged)?.[0]?.pack}:${damaged}`);
    let handedOut = 0;
    const readAll = async (): Promise<void> => {
      for await (const piece of readContent(stored.repository(), ids, signal)) handedOut += piece.length;
    };
    await expect(readAll()).rejects.toMatchObject({ code: 'blob-damaged' });
    expect(handedOut).toBe(32 * 1024 * 1024);
    stored.saveCopy('data', megabyte(35), stored.newPack());
    handedOut = 0;
    await readAll();
    expect(handedOut).toBe(40 * 1024 * 1024);
  });

  test('a blob nobody knows is an error, no content is none', async () => {
    const { repository } = { repository: new StoredTrees().repository() };
    await expect(readContent(repository, ['0'.repeat(64)], signal).next()).rejects.toMatchObject({ code: 'blob-not-found' });
    expect(await readContent(repository, [], signal).next()).toEqual({ done: true, value: undefined });
  });
});
