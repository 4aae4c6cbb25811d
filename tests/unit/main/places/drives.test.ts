import { describe, expect, test } from '@jest/globals';
import { parseMounts } from '../../../../src/main/places/drives/linux.ts';
import { lettersOf } from '../../../../src/main/places/drives/windows.ts';

describe("the kernel's list of mounts", () => {
  test('file systems on devices, by the path where they are', () => {
    const text = [
      '22 28 0:21 / /proc rw,nosuid shared:12 - proc proc rw',
      '28 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw',
      '90 28 8:17 / /media/ana/Drive\\040A rw,nosuid shared:50 - vfat /dev/sdb1 rw,uid=1000',
      '91 28 0:50 / /run/user/1000 rw - tmpfs tmpfs rw',
      '',
    ].join('\n');
    expect(parseMounts(text)).toEqual([
      { path: '/', device: 'sda2', number: '8:2' },
      { path: '/media/ana/Drive A', device: 'sdb1', number: '8:17' },
    ]);
  });

  test('a mounted part of a file system is no disk of its own', () => {
    expect(parseMounts('92 28 8:2 /home/ana /mnt/view rw - ext4 /dev/sda2 rw')).toEqual([]);
  });

  test.each(['', 'nonsense', '1 2 3', '28 1 8:2 / / rw'])('what is no line of it is passed over: %j', (line) => {
    expect(parseMounts(line)).toEqual([]);
  });

  test('any number of optional fields, also none', () => {
    expect(parseMounts('90 28 8:17 / /a rw - vfat /dev/sdb1 rw\n91 28 8:18 / /b rw shared:1 master:2 - vfat /dev/sdb2 rw')).toMatchObject([
      { path: '/a' },
      { path: '/b' },
    ]);
  });
});

test('letters of drives, one for each bit', () => {
  expect(lettersOf(0)).toEqual([]);
  expect(lettersOf(0b1_0100)).toEqual(['C:\\', 'E:\\']);
  expect(lettersOf(1 << 25)).toEqual(['Z:\\']);
  expect(lettersOf(0x3_ff_ff_ff)).toHaveLength(26);
});
