import { chmodSync, existsSync, mkdirSync, renameSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { differences, extentOfPrints, fingerprint } from '../../../demo/fingerprint.ts';
import { withScratch } from '../../support/scratch.ts';

const noon = new Date('2026-11-20T12:00:00Z');

/** A folder with two files and an empty folder, all of one time. */
function sample(folder: string): void {
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'one'), 'first');
  writeFileSync(join(folder, 'two'), 'second');
  settle(folder);
}

function settle(folder: string): void {
  for (const name of ['one', 'two', 'empty', '.']) utimesSync(join(folder, name), noon, noon);
}

describe('differences', () => {
  test('are none when nothing happened', async () => {
    await withScratch((folder) => {
      sample(folder);
      const before = fingerprint(folder);
      expect([...before.keys()]).toEqual(['.', 'empty', 'one', 'two']);
      expect(differences(before, fingerprint(folder))).toEqual([]);
      expect(extentOfPrints(before)).toEqual({ files: 2, bytes: 11 });
    });
  });

  test.each<[string, (folder: string) => void, RegExp]>([
    ['a changed byte', (folder) => writeFileSync(join(folder, 'one'), 'firsT'), /^one: other content$/],
    ['a missing file', (folder) => unlinkSync(join(folder, 'two')), /^two: missing$/],
    ['a missing empty folder', (folder) => renameSync(join(folder, 'empty'), join(folder, '..', 'gone')), /^empty: missing$/],
    ['a file too many', (folder) => writeFileSync(join(folder, 'three'), ''), /^three: was not there before$/],
    ['a file in place of a folder', replaceFolder, /^empty: was a folder, is a file$/],
  ])('tell of %s', async (_name, change, line) => {
    await withScratch((scratch) => {
      const folder = join(scratch, 'folder');
      mkdirSync(folder);
      sample(folder);
      const before = fingerprint(folder);
      change(folder);
      for (const name of before.keys()) if (existsSync(join(folder, name))) utimesSync(join(folder, name), noon, noon);
      const found = differences(before, fingerprint(folder));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(line);
    });
  });

  test('tell of a time that moved by a second', async () => {
    await withScratch((folder) => {
      sample(folder);
      const before = fingerprint(folder);
      utimesSync(join(folder, 'one'), noon, new Date(noon.getTime() + 1000));
      expect(differences(before, fingerprint(folder))).toEqual(['one: time moved by 1000000000 ns']);
    });
  });

  (process.platform === 'win32' ? test.skip : test)('tell of modes and of where links point', async () => {
    await withScratch((folder) => {
      sample(folder);
      chmodSync(join(folder, 'one'), 0o644);
      symlinkSync('one', join(folder, 'link'));
      settle(folder);
      const before = fingerprint(folder);
      chmodSync(join(folder, 'one'), 0o600);
      unlinkSync(join(folder, 'link'));
      symlinkSync('two', join(folder, 'link'));
      settle(folder);
      const found = differences(before, fingerprint(folder));
      expect(found).toContain('link: other content');
      expect(found).toContain('one: mode 100644 became 100600');
    });
  });
});

function replaceFolder(folder: string): void {
  renameSync(join(folder, 'empty'), join(folder, '..', 'gone'));
  writeFileSync(join(folder, 'empty'), '');
}
