import { posix, win32 } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Branch, layOut, snapshotPaths } from '../../../../../../src/main/engine/archiver/source/layout.ts';

/** A layout as lines: places in the snapshot, `=` before the real path of roots, `~` before that of folders on the way. */
function lines(branches: readonly Branch[], above = ''): string[] {
  return branches.flatMap((branch) => {
    const place = `${above}/${branch.name}`;
    return [`${place} ${branch.isRoot ? '=' : '~'} ${branch.path}`, ...lines(branch.branches, place)];
  });
}

function posixLines(...targets: string[]): string[] {
  return lines(layOut(targets, '/home/ana', posix).branches);
}

function windowsLines(...targets: string[]): string[] {
  return lines(layOut(targets, 'C:\\Users\\ana', win32).branches);
}

describe('roots stand in the snapshot', () => {
  test('with all folders of an absolute path', () => {
    expect(posixLines('/a/b/c')).toEqual(['/a ~ /a', '/a/b ~ /a/b', '/a/b/c = /a/b/c']);
  });

  test('with the folders a relative path names, without leading ones upwards', () => {
    expect(posixLines('x/./y/', '../bob/z')).toEqual([
      '/x ~ /home/ana/x',
      '/x/y = /home/ana/x/y',
      '/bob ~ /home/bob',
      '/bob/z = /home/bob/z',
    ]);
  });

  test('each place once, a root inside another not again, in whatever order', () => {
    expect(posixLines('x/y', 'x/y', './x/../x/y')).toEqual(['/x ~ /home/ana/x', '/x/y = /home/ana/x/y']);
    expect(posixLines('x', 'x/y/z')).toEqual(['/x = /home/ana/x']);
    expect(posixLines('x/y/z', 'x')).toEqual(['/x = /home/ana/x']);
  });

  test('different folders of one name apart', () => {
    expect(posixLines('x/1', '../x/2', '../../x/3')).toEqual([
      '/x ~ /home/ana/x',
      '/x/1 = /home/ana/x/1',
      '/x-1 ~ /home/x',
      '/x-1/2 = /home/x/2',
      '/x-2 ~ /x',
      '/x-2/3 = /x/3',
    ]);
  });

  test('and the entries of . .. and / at the top', () => {
    expect(layOut(['.', '/home/ana', '..', './', '/'], '/home/ana', posix)).toMatchObject({ spread: ['/home/ana', '/home', '/'] });
    expect(posixLines('/home/ana', '.')).toEqual(['/home ~ /home', '/home/ana = /home/ana']);
  });

  test('on Windows below their drive or network folder', () => {
    expect(windowsLines('c:\\data', 'C:/DATA/scans', 'C:\\Data')).toEqual(['/C ~ C:\\', '/C/data = C:\\data']);
    expect(windowsLines('c:\\data\\rx', 'C:/DATA/scans')).toEqual([
      '/C ~ C:\\',
      '/C/data ~ C:\\data',
      '/C/data/rx = C:\\data\\rx',
      '/C/data/scans = C:\\DATA\\scans',
    ]);
    expect(windowsLines('D:\\')).toEqual(['/D = D:\\']);
    expect(windowsLines('\\\\?\\d:\\data')).toEqual(['/D ~ D:\\', '/D/data = D:\\data']);
    expect(windowsLines('c:rx')).toEqual([
      '/C ~ C:\\',
      '/C/Users ~ C:\\Users',
      '/C/Users/ana ~ C:\\Users\\ana',
      '/C/Users/ana/rx = C:\\Users\\ana\\rx',
    ]);
    expect(windowsLines('Documents')).toEqual(['/Documents = C:\\Users\\ana\\Documents']);
    expect(windowsLines('\\\\server\\share\\rx')).toEqual([
      '/server ~ \\\\server\\share\\',
      '/server/share ~ \\\\server\\share\\',
      '/server/share/rx = \\\\server\\share\\rx',
    ]);
    expect(windowsLines('\\\\?\\UNC\\server\\share\\rx')).toEqual(windowsLines('\\\\server\\share\\rx'));
  });
});

test('a snapshot records the roots absolute, sorted, each once', () => {
  expect(snapshotPaths(['\\\\?\\c:\\rx', 'C:/rx', 'd:\\'], 'C:\\', win32)).toEqual(['C:\\rx', 'D:\\']);
  expect(snapshotPaths(['z', './a/../z', '/b', '.'], '/home/ana', posix)).toEqual(['/b', '/home/ana', '/home/ana/z']);
});
