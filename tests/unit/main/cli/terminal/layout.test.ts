import { describe, expect, test } from '@jest/globals';
import { tableLines } from '../../../../../src/main/cli/terminal/table.ts';
import { cutEnd, cutStart, displayWidth } from '../../../../../src/main/cli/terminal/width.ts';

describe('width', () => {
  test.each([
    ['abc', 3],
    ['ñ', 1],
    ['n\u0303', 1],
    ['日本', 4],
    ['😀', 2],
  ])('of %s is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('cutting never takes more columns than allowed', () => {
    expect(cutEnd('abcdef', 4)).toBe('abc…');
    expect(cutStart('/srv/pharmacy/rx.db', 8)).toBe('…y/rx.db');
    expect(cutStart('日本語', 4)).toBe('…語');
    expect([cutEnd('abc', 3), cutEnd('abc', 0), cutStart('abc', 1)]).toEqual(['abc', '', '…']);
  });
});

describe('a table', () => {
  test('lines up columns, wide characters and cells of several lines', () => {
    const columns = [{ title: 'Name' }, { title: 'Size', align: 'right' as const }, { title: 'Tags' }];
    expect(
      tableLines(columns, [
        ['日本', '5', ['a', 'b']],
        ['x', '1234567', []],
      ]),
    ).toEqual([
      'Name     Size  Tags', //
      '-------------------',
      '日本        5  a',
      '               b',
      'x     1234567',
    ]);
  });

  test('without rows has its headings', () => {
    expect(tableLines([{ title: 'ID' }], [])).toEqual(['ID', '--']);
  });
});
