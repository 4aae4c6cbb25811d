import { describe, expect, test } from '@jest/globals';
import { createPatternSet } from '../../../../../src/main/engine/patterns/index.ts';

const POSIX = false;
const WINDOWS = true;

function matches(pattern: string, path: string): boolean {
  return createPatternSet({ patterns: [pattern] }, POSIX).match(path).matches;
}

describe('a pattern matches', () => {
  test.each([
    ['*.go', '/foo/bar/test.go'],
    ['bar', '/foo/bar'],
    ['bar', '/foo/bar/below/it'],
    ['bar/*', '/foo/bar/test.go'],
    ['/foo/bar/', '/foo/bar'],
    ['/foo///bar', '/foo/bar'],
    ['/foo/../bar', '/bar'],
    ['**', '/anything'],
    ['foo/**/bar', '/x/foo/bar'],
    ['foo/**/bar', '/x/foo/1/2/bar/below'],
    ['/foo/**', '/foo'],
    ['foo/**/bar/**/x', '/home/foo/bar/x'],
    ['**/x', '/x'],
    ['/**/x', '/a/b/x'],
    ['/home/[uU]ser/?.go', '/home/user/F.go'],
    ['[^a-y]', '/z'],
    ['[\\-a]', '/-'],
    ['[a-cx-z]?', '/yö'],
    ['?', '/\u{1f600}'],
    ['\\*', '/*'],
    ['a]', '/a]'],
    ['*', '/.hidden'],
    ['caf?', '/caf\udce9'],
    ['[\udce0-\udcef]*', '/\udce9t\udce9'],
    ['line*two', '/line\ntwo'],
    ['*a*b*c', '/xxaxxbxbxc'],
  ])('%j: %j', (pattern, path) => {
    expect(matches(pattern, path)).toBe(true);
  });
});

describe('a pattern does not match', () => {
  test.each([
    ['*.c', '/foo/bar/test.go'],
    ['foo', '/foobar'],
    ['foo', '/barfoo'],
    ['/bar', '/foo/bar'],
    ['/foo/*', '/foo'],
    ['/foo/*test', '/foo/bar/test'],
    ['b*ash', '/bin/ash'],
    ['foo/**/bar', '/bar/foo'],
    ['tesT.go', '/foo/test.go'],
    ['[^a]', '/a'],
    ['[z-a]', '/m'],
    ['?', '/ab'],
    ['\\*', '/x'],
    ['*a*b*c', '/xxaxxbxbx'],
  ])('%j: %j', (pattern, path) => {
    expect(matches(pattern, path)).toBe(false);
  });
});

describe('something below may match', () => {
  test.each([
    ['foo', '/anywhere', true],
    ['/foo/bar', '/foo', true],
    ['/foo/bar', '/foo/bar/below', true],
    ['/foo/bar', '/foo/other', false],
    ['/foo/**/baz', '/foo/a/b', true],
    ['/foo/**/baz', '/bar', false],
    ['/foo/*/qux', '/foo/bar', true],
    ['/foo/*/qux', '/foo/bar/boo', false],
    ['/*/*/bar/test', '/foo/bar/bar', true],
  ])('%j below %j: %j', (pattern, path, expected) => {
    expect(createPatternSet({ patterns: [pattern] }, POSIX).match(path).childMayMatch).toBe(expected);
  });
});

describe('several patterns', () => {
  test('a later ! takes back, and a later pattern takes again', () => {
    const set = createPatternSet({ patterns: ['*.txt', '!keep.txt', '/deep/*'] }, POSIX);
    expect(set.match('/a/drop.txt').matches).toBe(true);
    expect(set.match('/a/keep.txt').matches).toBe(false);
    expect(set.match('/deep/keep.txt').matches).toBe(true);
  });

  test('a ! before anything matched changes nothing', () => {
    expect(createPatternSet({ patterns: ['!keep.txt', '*.txt'] }, POSIX).match('/keep.txt').matches).toBe(true);
  });

  test('a walk for matches is cut below what is taken back', () => {
    const set = createPatternSet({ patterns: ['/a', '!/a/b'] }, POSIX);
    expect(set.match('/a/b')).toEqual({ matches: false, childMayMatch: false });
    expect(set.match('/a')).toEqual({ matches: true, childMayMatch: true });
  });

  test('caseless patterns stand beside the exact ones', () => {
    const set = createPatternSet({ patterns: ['Exact'], caselessPatterns: ['*.JPG', 'Straße'] }, POSIX);
    expect(set.match('/photo.jpg').matches).toBe(true);
    expect(set.match('/PHOTO.Jpg').matches).toBe(true);
    expect(set.match('/STRAßE').matches).toBe(true);
    expect(set.match('/exact').matches).toBe(false);
  });

  test('no pattern, or only empty ones, match nothing', () => {
    const set = createPatternSet({ patterns: ['', ''] }, POSIX);
    expect(set.isEmpty).toBe(true);
    expect(set.match('/x')).toEqual({ matches: false, childMayMatch: false });
  });
});

test('on Windows backslashes separate and escape nothing', () => {
  const set = createPatternSet({ patterns: ['C:\\Users\\*\\AppData', 'tmp/x'] }, WINDOWS);
  expect(set.match('C:\\Users\\ana\\AppData\\Local').matches).toBe(true);
  expect(set.match('C:/Users/ana/AppData').matches).toBe(true);
  expect(set.match('D:\\tmp\\x').matches).toBe(true);
});

test.each(['a[', '[', '[]', '[]a]', '[-x]', '[x-]', 'a\\', 'dir/**/[', '!', '![', '[a'])(
  'the malformed %j is refused by name',
  (pattern) => {
    expect(() => createPatternSet({ patterns: [pattern] }, POSIX)).toThrow(expect.objectContaining({ code: 'value-invalid' }));
  },
);

test('patterns that would send a backtracking matcher astray are answered (or jest gives up on this test)', () => {
  expect(matches(`${'*a'.repeat(60)}b`, `/${'a'.repeat(5000)}`)).toBe(false);
  expect(matches(`${'**/x/'.repeat(30)}y`, `/${'x/'.repeat(2000)}`)).toBe(false);
});
