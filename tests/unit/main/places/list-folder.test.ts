import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, parse } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FolderNeeds, listFolder } from '../../../../src/main/places/index.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';

let scratch: Scratch;
let needs: FolderNeeds;
beforeEach(() => {
  scratch = scratchFolder();
  needs = {
    listDrives: () => Promise.resolve([{ path: scratch.path, volumeId: 'V-1', label: 'STICK', isRemovable: true }]),
    within: async (_milliseconds, work) => await work,
    home: scratch.path,
  };
});
afterEach(() => scratch.remove());

describe('a folder of this PC', () => {
  test('shows folders first, in the order a person counts, with sizes and what is hidden', async () => {
    for (const name of ['scans 10', 'scans 9', '.secret']) mkdirSync(join(scratch.path, name));
    writeFileSync(join(scratch.path, 'a.txt'), 'four');
    const { path, parent, entries, isCut } = await listFolder(needs);
    expect([path, parent, isCut]).toEqual([scratch.path, join(scratch.path, '..'), false]);
    expect(entries.map(({ name, isFolder, bytes, isHidden }) => [name, isFolder, bytes, isHidden])).toEqual([
      ['.secret', true, undefined, true],
      ['scans 9', true, undefined, false],
      ['scans 10', true, undefined, false],
      ['a.txt', false, 4, false],
    ]);
    expect(Date.parse(entries[0]?.mtime ?? '')).toBeGreaterThan(0);
  });

  test('names the places where looking can begin', async () => {
    const { roots } = await listFolder(needs);
    expect(roots).toEqual([
      { path: scratch.path, kind: 'home', isRemovable: false, freeBytes: expect.any(Number) },
      { path: scratch.path, kind: 'drive', label: 'STICK', isRemovable: true, freeBytes: expect.any(Number) },
    ]);
  });

  test('shows a link to a folder as a folder, and a link that leads nowhere all the same', async () => {
    mkdirSync(join(scratch.path, 'z'));
    symlinkSync(join(scratch.path, 'z'), join(scratch.path, 'link'));
    symlinkSync(join(scratch.path, 'nowhere'), join(scratch.path, 'broken'));
    const { entries } = await listFolder(needs);
    expect(entries.map(({ name, isFolder }) => [name, isFolder])).toEqual([
      ['z', true],
      ['link', true],
      ['broken', false],
    ]);
  });

  test('is cut where nobody could look through it', async () => {
    for (let number = 0; number < 2005; number++) writeFileSync(join(scratch.path, `${number}.tif`), '');
    const { entries, isCut } = await listFolder(needs);
    expect([entries.length, isCut, entries.at(-1)?.name]).toEqual([2000, true, '1999.tif']);
  });

  test('has no folder above it at the top, where the system has its own', async () => {
    const { root } = parse(homedir());
    const { parent, entries } = await listFolder(needs, root);
    expect(parent).toBeUndefined();
    expect(entries.some(({ isSystem }) => isSystem)).toBe(true);
  });

  test('says what is wrong with a path', async () => {
    writeFileSync(join(scratch.path, 'file'), '');
    await expect(listFolder(needs, join(scratch.path, 'none'))).rejects.toMatchObject({ code: 'folder-not-found' });
    await expect(listFolder(needs, join(scratch.path, 'file'))).rejects.toMatchObject({ code: 'not-a-folder' });
    await expect(listFolder(needs, 'scans')).rejects.toMatchObject({ code: 'value-invalid' });
    const slow: FolderNeeds = { ...needs, within: () => Promise.resolve(undefined) };
    await expect(listFolder(slow)).rejects.toMatchObject({ code: 'place-unreachable', retryable: true });
  });
});
