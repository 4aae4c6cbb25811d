import { expect, test } from '@jest/globals';
import { nameRules } from '../../../../../src/main/engine/restorer/index.ts';

const everywhere = ['', '.', '..', 'a/b', '/', 'a\0', '\ud800', 'x\udc00'];
const windowsOnly = [
  'a\\b',
  'file:stream',
  'C:',
  'con',
  'NUL.txt',
  'Com1',
  'lpt³.log',
  'aux .x',
  'dot.',
  'space ',
  'a?',
  'a*',
  '"',
  '<',
  '>',
  '|',
  'tab\t',
  'raw\udcff',
];

test.each(everywhere)('%j is safe nowhere', (name) => {
  expect([nameRules('linux').isSafe(name), nameRules('win32').isSafe(name)]).toEqual([false, false]);
});

test.each(windowsOnly)('%j is safe on Linux, not on Windows', (name) => {
  expect([nameRules('linux').isSafe(name), nameRules('win32').isSafe(name)]).toEqual([true, false]);
});

test.each(['a', '...a', '.hidden', 'COM10', 'console', 'nul-file', 'Ärzte ☤.txt', '😀', 'a b'])('%j is safe everywhere', (name) => {
  expect([nameRules('linux').isSafe(name), nameRules('win32').isSafe(name)]).toEqual([true, true]);
});

test('on Windows names that differ in case are the same entry', () => {
  const { fold } = nameRules('win32');
  expect(fold?.('Straße.TXT')).toBe(fold?.('straße.txt'));
  expect(nameRules('linux').fold).toBeUndefined();
});
