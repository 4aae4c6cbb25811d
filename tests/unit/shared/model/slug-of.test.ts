import { describe, expect, test } from '@jest/globals';
import { slugOf } from '../../../../src/shared/model/slug-of.ts';
import { slugSchema } from '../../../../src/shared/model/source.ts';

describe('a short name made from words', () => {
  test.each([
    ['Dispensing database', 'dispensing-database'],
    ['  Drive A!  ', 'drive-a'],
    ['Farmacia Peñón, recepción', 'farmacia-penon-recepcion'],
    ['ﬁles', 'files'],
    ['日本', 'item'],
    ['', 'item'],
    [`${'a'.repeat(49)} b`, 'a'.repeat(49)],
  ])('%j', (words, slug) => {
    expect(slugOf(words)).toBe(slug);
  });

  test('is not one that is taken, and stays one that the model takes', () => {
    expect(slugOf('Drive A', ['drive-a', 'drive-a-2'])).toBe('drive-a-3');
    const long = slugOf('x'.repeat(200), ['x'.repeat(50)]);
    expect(slugSchema.parse(long)).toBe(`${'x'.repeat(50)}-2`);
  });
});
