import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FileOutcome, SavedFile } from '../../../../../src/main/engine/archiver/saved-file.ts';
import { saveLargeFile } from '../../../../../src/main/engine/archiver/large-file.ts';
import { sha256 } from '../../../../../src/main/engine/crypto/index.ts';
import { Workshop } from '../../../../support/workshop.ts';

const KiB = 1024;
const MiB = 1024 * KiB;
const PAGES = { kind: 'pages', size: 64 * KiB } as const;

describe('a page file whose stretches are read side by side', () => {
  const shop = new Workshop();
  let repo = '';
  let file = '';
  beforeAll(async () => {
    repo = await shop.repository();
    file = shop.path('pages');
    const bytes = Buffer.alloc(40 * MiB + 10_000);
    for (let at = 0; at < bytes.length - 4; at += 4) bytes.writeUInt32LE(Math.imul(at, 2654435761) >>> 0, at);
    writeFileSync(file, bytes);
  });
  afterAll(async () => await shop.close());

  /** Saves the file, told that it had `size` bytes when it was listed. */
  async function save(size: number): Promise<FileOutcome> {
    return await shop.within(repo, 'appending', async ({ repository }) => {
      const job = { size, chunking: PAGES, onRead: () => undefined, signal: undefined };
      return await repository.withUploader(async (uploader) => await saveLargeFile(uploader, file, job));
    });
  }

  /** What a file of these bytes must have become. */
  function expected(): { ids: string[]; size: number } {
    const bytes = readFileSync(file);
    const count = Math.ceil(bytes.length / PAGES.size);
    return {
      ids: Array.from({ length: count }, (_, at) => sha256(bytes.subarray(at * PAGES.size, (at + 1) * PAGES.size))),
      size: bytes.length,
    };
  }

  test.each([
    ['as long as it was', 40 * MiB + 10_000],
    ['longer than it was, by several stretches', 9 * MiB],
    ['longer than it was, which was nothing', 0],
    ['shorter than it was, by several stretches', 90 * MiB],
    ['shorter than it was, by a little', 40 * MiB + 20_000],
  ])('%s: all of it is stored, in order', async (_, size) => {
    const { blobs, changed, ...outcome } = (await save(size)) as SavedFile;
    const { ids, size: length } = expected();
    expect({ ids: blobs.map(({ id }) => id), size: outcome.size, changed }).toEqual({ ids, size: length, changed: false });
  });

  test('a length that ends with a stretch', async () => {
    truncateSync(file, 32 * MiB);
    const { blobs, size } = (await save(32 * MiB)) as SavedFile;
    expect({ ids: blobs.map(({ id }) => id), size }).toEqual(expected());
  });

  test('one that is gone says so', async () => {
    file = shop.path('nowhere');
    expect(await save(40 * MiB)).toEqual({ failure: 'ENOENT' });
  });
});
