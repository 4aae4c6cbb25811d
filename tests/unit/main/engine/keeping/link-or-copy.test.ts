import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { linkOrCopy } from '../../../../../src/main/engine/keeping/link-or-copy.ts';
import { withScratch } from '../../../../support/scratch.ts';

/** A device of its own on Linux. */
const MEMORY = '/dev/shm';

describe('a second name for a file', () => {
  it('takes no room on the same device', async () => {
    await withScratch(async (folder) => {
      writeFileSync(join(folder, 'a'), 'content');
      await linkOrCopy(join(folder, 'a'), join(folder, 'b'));
      expect(statSync(join(folder, 'b')).ino).toBe(statSync(join(folder, 'a')).ino);
    });
  });

  it('never takes the place of what is kept already', async () => {
    await withScratch(async (folder) => {
      writeFileSync(join(folder, 'a'), 'new');
      writeFileSync(join(folder, 'b'), 'kept');
      await expect(linkOrCopy(join(folder, 'a'), join(folder, 'b'))).rejects.toMatchObject({ code: 'EEXIST' });
      expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('kept');
    });
  });

  (existsSync(MEMORY) ? it : it.skip)('is a copy with the same times on another device', async () => {
    await withScratch(async (folder) => {
      const other = mkdtempSync(join(MEMORY, 'lifeboat-test-'));
      try {
        expect(statSync(other).dev).not.toBe(statSync(folder).dev);
        writeFileSync(join(folder, 'a'), 'content', { mode: 0o600 });
        utimesSync(join(folder, 'a'), 1_700_000_000, 1_700_000_001);
        await linkOrCopy(join(folder, 'a'), join(other, 'b'));
        expect(readFileSync(join(other, 'b'), 'utf8')).toBe('content');
        expect(statSync(join(other, 'b'))).toMatchObject({ mtimeMs: 1_700_000_001_000, mode: 0o100600 });
      } finally {
        rmSync(other, { recursive: true });
      }
    });
  });
});
