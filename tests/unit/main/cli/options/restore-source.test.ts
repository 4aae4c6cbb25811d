import { describe, expect, test } from '@jest/globals';
import { sourcesAround, splitSnapshotPath } from '../../../../../src/main/cli/options/restore-source.ts';

describe('SNAPSHOT:/PATH', () => {
  test.each([
    ['latest', { snapshot: 'latest', path: undefined }],
    ['4bba301e:/srv/a:b', { snapshot: '4bba301e', path: '/srv/a:b' }],
  ])('%s', (text, parts) => {
    expect(splitSnapshotPath(text)).toEqual(parts);
  });
});

const describePosix = process.platform === 'win32' ? describe.skip : describe;
describePosix('a restore target', () => {
  test.each([
    ['/srv/pharmacy/restored', undefined, ['/srv/pharmacy']],
    ['/srv/pharmacy', undefined, []],
    ['/srv', undefined, []],
    ['/srv/pharmacy-2', undefined, []],
    ['/srv/pharmacy/..hidden', undefined, ['/srv/pharmacy']],
    ['/srv/pharmacy/scans', '/srv/pharmacy/scans', []],
    ['/srv/pharmacy/scans', '/srv/pharmacy/scans/', []],
    ['/srv/pharmacy/other', '/srv/pharmacy/scans', ['/srv/pharmacy']],
  ])('%s for the folder %s lies in %j', (target, subfolder, around) => {
    expect(sourcesAround(target, ['/srv/pharmacy', '/', '/home/ana'], subfolder)).toEqual(around);
  });
});
