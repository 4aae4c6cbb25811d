import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPathMatcher, createPatternSet } from '../../../../../src/main/engine/patterns/index.ts';

const name = fc.constantFrom('a', 'b', 'A', 'ab', '*', 'a*b');
const names = fc.array(name, { minLength: 1, maxLength: 5 });
const part = fc.constantFrom('a', 'b', 'A', '*', '**', '?', 'a*', '[ab]');
const pattern = fc
  .tuple(fc.constantFrom('', '', '!'), fc.constantFrom('', '/'), fc.array(part, { minLength: 1, maxLength: 4 }))
  .map(([negation, root, parts]) => negation + root + parts.join('/'));
const patterns = fc.array(pattern, { minLength: 1, maxLength: 3 });

describe('going down a tree', () => {
  test('says of every path what the set of the same patterns says', () => {
    fc.assert(
      fc.property(patterns, names, fc.boolean(), (list, path, caseless) => {
        const set = createPatternSet(caseless ? { caselessPatterns: list } : { patterns: list }, false);
        const matcher = createPathMatcher(list, { caseless, windows: false });
        const place = path.reduce(matcher.enter, matcher.root);
        expect({ matches: place.matches, childMayMatch: place.childMayMatch }).toEqual(set.match(`/${path.join('/')}`));
      }),
    );
  });

  test('from places with the same key, everything below is met alike', () => {
    fc.assert(
      fc.property(patterns, names, names, names, (list, one, other, below) => {
        const matcher = createPathMatcher(list, { windows: false });
        const [a, b] = [one, other].map((path) => path.reduce(matcher.enter, matcher.root));
        fc.pre(a?.key === b?.key);
        const [x, y] = [a, b].map((place) => below.reduce(matcher.enter, place as NonNullable<typeof place>));
        expect([x?.matches, x?.childMayMatch, x?.key]).toEqual([y?.matches, y?.childMayMatch, y?.key]);
      }),
    );
  });

  test('shares a key between folders that differ in nothing that counts', () => {
    const matcher = createPathMatcher(['*.csv'], { windows: false });
    const keys = new Set(['srv', 'home'].map((folder) => matcher.enter(matcher.root, folder).key));
    expect([...keys]).toHaveLength(1);
    expect(matcher.enter(matcher.root, 'x.csv').key).not.toBe([...keys][0]);
  });
});
