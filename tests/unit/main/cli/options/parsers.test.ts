import { describe, expect, test } from '@jest/globals';
import { choiceOf } from '../../../../../src/main/cli/options/choice.ts';
import { parseCount, parseKeepCount } from '../../../../../src/main/cli/options/count.ts';
import { checkedDuration } from '../../../../../src/main/cli/options/duration.ts';
import { parseGroupBy } from '../../../../../src/main/cli/options/group-by.ts';
import { parseSize } from '../../../../../src/main/cli/options/size.ts';
import { parseSubset } from '../../../../../src/main/cli/options/subset.ts';
import { parseTags } from '../../../../../src/main/cli/options/tags.ts';
import { parseMoment } from '../../../../../src/main/cli/options/time.ts';
import { parseMaxUnused } from '../../../../../src/main/cli/options/unused.ts';
import { parseWait } from '../../../../../src/main/cli/options/wait.ts';
import { splitWords } from '../../../../../src/main/cli/options/words.ts';

type Parser = (value: string, name: string) => unknown;

/** What is read, what comes out, and what is refused. */
const PARSERS: { name: string; parse: Parser; good: [string, unknown][]; bad: string[] }[] = [
  {
    name: 'size',
    parse: parseSize,
    good: [
      ['0', 0],
      ['4096', 4096],
      ['500K', 512_000],
      ['10m', 10_485_760],
      ['1.5G', 1_610_612_736],
      ['2 TiB', 2 * 1024 ** 4],
      ['7B', 7],
    ],
    bad: ['', '-1', '5X', '1,5G', 'M', '99999999999P'],
  },
  {
    name: 'count',
    parse: (value, name) => parseCount(value, name),
    good: [
      ['0', 0],
      ['12', 12],
    ],
    bad: ['', '-1', '1.5', 'x', '9'.repeat(20)],
  },
  {
    name: 'keep count',
    parse: parseKeepCount,
    good: [
      ['7', 7],
      ['unlimited', -1],
      ['-1', -1],
    ],
    bad: ['-2', 'all', ''],
  },
  {
    name: 'wait',
    parse: parseWait,
    good: [
      ['0', 0],
      ['30s', 30_000],
      ['1h30m', 5_400_000],
      ['500ms', 500],
      ['1.5m', 90_000],
    ],
    bad: ['', '5', '5x', 'm5', '5m '],
  },
  {
    name: 'subset',
    parse: parseSubset,
    good: [
      ['1/7', { part: 1, of: 7 }],
      ['7/7', { part: 7, of: 7 }],
      ['2.5%', { percent: 2.5 }],
      ['100%', { percent: 100 }],
      ['500M', { bytes: 524_288_000 }],
    ],
    bad: ['0/7', '8/7', '0%', '101%', '0', 'half', '1/0'],
  },
  {
    name: 'unused',
    parse: parseMaxUnused,
    good: [
      ['5%', { percent: 5 }],
      ['0', { bytes: 0 }],
      ['1G', { bytes: 1_073_741_824 }],
      ['unlimited', 'unlimited'],
    ],
    bad: ['100%', '-1%', 'none'],
  },
  {
    name: 'group by',
    parse: parseGroupBy,
    good: [
      ['host,path', ['host', 'paths']],
      ['', []],
      ['tags, tag', ['tags']],
    ],
    bad: ['hosts,size'],
  },
  {
    name: 'duration',
    parse: checkedDuration,
    good: [
      ['1y5m7d2h', '1y5m7d2h'],
      ['14d', '14d'],
    ],
    bad: ['', '5', '1w', '1d1d'],
  },
  { name: 'choice', parse: choiceOf('always', 'never'), good: [['never', 'never']], bad: ['Never', ''] },
  {
    name: 'moment',
    parse: parseMoment,
    good: [
      ['2026-11-01T22:08:41Z', new Date(Date.UTC(2026, 10, 1, 22, 8, 41))],
      ['2026-11-01T22:08:41.5+02:00', new Date(Date.UTC(2026, 10, 1, 20, 8, 41, 500))],
      ['2026-11-01 22:08:41', new Date(2026, 10, 1, 22, 8, 41)],
      ['2026-11-01 22:08', new Date(2026, 10, 1, 22, 8)],
      ['2026-11-01', new Date(2026, 10, 1)],
    ],
    bad: ['', 'now', '2026-13-01', '01.11.2026', '2026-11-01 25:00:00'],
  },
];

describe.each(PARSERS)('$name', ({ parse, good, bad }) => {
  test.each(good)('"%s" is read', (value, expected) => {
    expect(parse(value, '--option')).toEqual(expected);
  });

  test.each(bad)('"%s" is refused by name', (value) => {
    expect(() => parse(value, '--option')).toThrow(
      expect.objectContaining({ code: 'value-invalid', data: expect.objectContaining({ name: '--option', value }) }),
    );
  });
});

describe('tags', () => {
  test.each([
    ['a,b', ['a', 'b']],
    [' a , b ,', ['a', 'b']],
    ['', ['']],
    [',', ['']],
  ])('"%s"', (value, tags) => {
    expect(parseTags(value)).toEqual(tags);
  });
});

describe('words of a command', () => {
  test.each([
    ['pass show lifeboat', ['pass', 'show', 'lifeboat']],
    [`cat "my file" 'it''s' a"b c"d`, ['cat', 'my file', 'its', 'ab cd']],
    ['C:\\tools\\pw.exe  /x', ['C:\\tools\\pw.exe', '/x']],
    ['', []],
  ])('of <%s>', (line, words) => {
    expect(splitWords(line)).toEqual(words);
  });
});
