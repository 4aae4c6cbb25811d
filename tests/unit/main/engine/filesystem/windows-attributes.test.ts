import { expect, test } from '@jest/globals';
import {
  creationTimeOf,
  readWindowsAttributes,
  writeWindowsAttributes,
} from '../../../../../src/main/engine/filesystem/windows-attributes.ts';

const onlyElsewhere = process.platform === 'win32' ? test.skip : test;

test('a creation time is read from restic\u2019s two halves', () => {
  expect(creationTimeOf({ 'windows.creation_time': { LowDateTime: 3_577_643_008, HighDateTime: 27_111_902 } })).toBe(
    116_444_736_000_000_000n,
  );
});

test.each([
  undefined,
  {},
  { 'windows.creation_time': null },
  { 'windows.creation_time': { LowDateTime: -1, HighDateTime: 0 } },
  { 'windows.creation_time': { LowDateTime: 1 } },
])('none is read from %j', (attributes) => {
  expect(creationTimeOf(attributes)).toBeUndefined();
});

onlyElsewhere('other systems have no such attributes and set none', () => {
  expect(readWindowsAttributes('/')).toEqual({});
  expect(writeWindowsAttributes('/nowhere', { 'windows.file_attributes': 3 })).toBeUndefined();
});
