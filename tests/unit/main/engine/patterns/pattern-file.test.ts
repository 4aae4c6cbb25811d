import { expect, test } from '@jest/globals';
import { parseExcludeFile } from '../../../../../src/main/engine/patterns/index.ts';

const environment = { HOME: '/home/ana', USER_1: 'ana', '1': 'one' };

test('lines are trimmed, comments and empty lines skipped', () => {
  expect(parseExcludeFile('\ufeff# note\r\n  *.go \r\n\r\n\t# more\nfoo bar\n!keep', environment)).toEqual(['*.go', 'foo bar', '!keep']);
});

test.each([
  ['$HOME/tmp', '/home/ana/tmp'],
  ['/home/${USER_1}x', '/home/anax'],
  ['$UNKNOWN/x', '/x'],
  ['price$$', 'price$'],
  ['$10', 'one0'],
  ['a$', 'a$'],
  ['a$/b', 'a$/b'],
  ['${}x', 'x'],
  ['${HOME', 'HOME'],
])('%j becomes %j', (line, expected) => {
  expect(parseExcludeFile(line, environment)).toEqual([expected]);
});
