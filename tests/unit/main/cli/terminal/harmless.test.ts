import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { harmless } from '../../../../../src/main/cli/terminal/harmless.ts';

describe('text for a terminal', () => {
  test.each([
    ['plain ñ 日本 😀', 'plain ñ 日本 😀'],
    ['two\nlines\t\r', 'two\\nlines\\t\\r'],
    ['\u001b[31mred\u0007', '\\x1b[31mred\\x07'],
    ['\u009b2J\u007f', '\\x9b2J\\x7f'],
    ['gpj.\u202eexe', 'gpj.\\u202eexe'],
    ['caf\udce9', 'caf\\xe9'],
    ['half \ud83d', 'half \\ud83d'],
    ['C:\\new', 'C:\\new'],
  ])('%j', (text, shown) => {
    expect(harmless(text)).toBe(shown);
  });

  test('never holds a control character or half a pair, and harmless text stays', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0xd800, max: 0xdfff }), (text, half) => {
        const shown = harmless(text + String.fromCharCode(half));
        expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
        expect(shown.isWellFormed()).toBe(true);
        expect(harmless(shown)).toBe(shown);
      }),
    );
  });
});
