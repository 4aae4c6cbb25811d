import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeFolders } from '../../../../../src/main/engine/filesystem/index.ts';
import { canMount, type Mount, mountDisk } from '../../../../support/mounts.ts';
import { type Scratch, scratchFolder } from '../../../../support/scratch.ts';

const mayMount = await canMount();
const isRoot = process.getuid?.() === 0;

describe('making folders', () => {
  let scratch: Scratch;

  beforeEach(() => {
    scratch = scratchFolder();
  });
  afterEach(() => scratch.remove());

  test('makes those above too, and is content with what is there', async () => {
    const path = join(scratch.path, 'a', 'b', 'odd\udcff', 'c');
    await makeFolders(path, 0o700);
    await makeFolders(path);
    await makeFolders('/');
    expect(statSync(join(scratch.path, 'a')).mode & 0o077).toBe(0);
    expect(statSync(join(scratch.path, 'a', 'b')).isDirectory()).toBe(true);
  });

  test('says what is in the way', async () => {
    writeFileSync(join(scratch.path, 'file'), '');
    await expect(makeFolders(join(scratch.path, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolders(join(scratch.path, 'file', 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  (isRoot || process.platform === 'win32' ? test.skip : test)('says that the rights are missing', async () => {
    mkdirSync(join(scratch.path, 'shut'));
    chmodSync(join(scratch.path, 'shut'), 0o500);
    await expect(makeFolders(join(scratch.path, 'shut', 'a', 'b'))).rejects.toMatchObject({ code: 'EACCES' });
  });

  (process.platform === 'linux' ? test : test.skip)('ends where a system makes no folders at all', async () => {
    await expect(makeFolders('/proc/lifeboat/a')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  (mayMount ? describe : describe.skip)('on a disk (needs the right to mount)', () => {
    let disk: Mount;

    beforeEach(() => {
      disk = mountDisk(join(scratch.path, 'disk'), 64 * 1024, 10);
    });
    afterEach(() => disk.unmount());

    test.each(['a', 'a/b/c'])('that is read-only says so: %s', async (path) => {
      mkdirSync(join(disk.path, 'there'));
      disk.protect();
      await expect(makeFolders(join(disk.path, path))).rejects.toMatchObject({ code: 'EROFS' });
      await makeFolders(join(disk.path, 'there'));
    });

    test.each(['a', 'a/b/c'])('that is full says so: %s', async (path) => {
      expect(() => {
        for (let i = 0; ; i++) mkdirSync(join(disk.path, `d${i}`));
      }).toThrow('ENOSPC');
      await expect(makeFolders(join(disk.path, path))).rejects.toMatchObject({ code: 'ENOSPC' });
    });
  });
});
