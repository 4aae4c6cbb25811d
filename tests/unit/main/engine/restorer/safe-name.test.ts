import { expect, test } from '@jest/globals';
import { nameRules } from '../../../../../src/main/engine/restorer/index.ts';
import { takeName } from '../../../../../src/main/engine/restorer/target/safe-name.ts';

const everywhere = ['', '.', '..', 'a/b', '/', 'a\0', '\ud800', 'x\udc00'];
const standIns = [
  ['a\\b', 'a＼b'],
  ['..\\..\\x', '..＼..＼x'],
  ['file:stream', 'file：stream'],
  ['C:', 'C：'],
  ['con', 'con_'],
  ['NUL.txt', 'NUL_.txt'],
  ['Com1', 'Com1_'],
  ['lpt³.log', 'lpt³_.log'],
  ['aux .x', 'aux_ .x'],
  ['dot.', 'dot．'],
  ['...', '..．'],
  ['space ', 'space␠'],
  ['con ', 'con␠'],
  ['a?', 'a？'],
  ['a*', 'a＊'],
  ['"<>|', '＂＜＞｜'],
  ['tab\t', 'tab␉'],
  ['raw\udcff', 'raw%FF'],
] as const;

test.each(everywhere)('%j is safe nowhere', (name) => {
  expect([nameRules('linux').nameFor(name), nameRules('win32').nameFor(name)]).toEqual([undefined, undefined]);
});

test.each(standIns)('%j is safe on Linux and gets the name %j on Windows, where that is safe', (name, standIn) => {
  expect([nameRules('linux').nameFor(name), nameRules('win32').nameFor(name)]).toEqual([name, standIn]);
  expect(nameRules('win32').nameFor(standIn)).toBe(standIn);
});

test.each(['a', '...a', '.hidden', 'COM10', 'console', 'nul-file', 'Ärzte ☤.txt', '😀', 'a b'])('%j is safe everywhere', (name) => {
  expect([nameRules('linux').nameFor(name), nameRules('win32').nameFor(name)]).toEqual([name, name]);
});

test('a name that is taken gets the next free number before its extension', () => {
  const taken = new Set<string>();
  const names = ['SCAN.pdf', 'scan (2).pdf', 'Scan.pdf', 'scan.PDF', '.env', '.ENV'];
  const given = names.map((name) => takeName(name, taken, nameRules('win32')));
  expect(given).toEqual(['SCAN.pdf', 'scan (2).pdf', 'Scan (3).pdf', 'scan (4).PDF', '.env', '.ENV (2)']);
});

test('on Windows names that differ in case are the same entry', () => {
  const { fold } = nameRules('win32');
  expect(fold?.('Straße.TXT')).toBe(fold?.('straße.txt'));
  expect(nameRules('linux').fold).toBeUndefined();
});
