import { expect, test } from '@jest/globals';
import { pathParts } from '../../../../../src/main/engine/tree-walk/index.ts';

const PATHS = ['/C/Data/./rx.db/', 'c:\\Data\\rx.db', 'C:/Data', 'D:\\', 'a:b', 'back\\slash', ''];

test('a path in a snapshot has slashes on every system; a Windows path is one too where it can be meant', () => {
  expect(PATHS.map((path) => pathParts(path, 'win32'))).toEqual([
    ['C', 'Data', 'rx.db'],
    ['C', 'Data', 'rx.db'],
    ['C', 'Data'],
    ['D'],
    ['a:b'],
    ['back\\slash'],
    [],
  ]);
  expect(pathParts('c:\\Data\\rx.db', 'linux')).toEqual(['c:\\Data\\rx.db']);
});
