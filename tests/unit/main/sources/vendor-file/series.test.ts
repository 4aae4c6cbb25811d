import { describe, expect, it } from '@jest/globals';
import { dateInName } from '../../../../../src/main/sources/vendor-file/date-in-name.ts';
import { hasShrunk } from '../../../../../src/main/sources/vendor-file/findings.ts';
import { namePattern } from '../../../../../src/main/sources/vendor-file/series.ts';

describe('dateInName', () => {
  it.each([
    ['PMS_20261124_2200.bak', '2026-11-24'],
    ['pms-2026-11-24T22.zip', '2026-11-24'],
    ['backup 11-24-2026.srb', '2026-11-24'],
    ['backup_11242026.srb', '2026-11-24'],
    ['20261124220000.sql', '2026-11-24'],
    ['rx_20261341.bak', undefined],
    ['rx_2026-02-31.bak', undefined],
    ['rx7.bak', undefined],
  ])('finds in %s the day %s', (name, day) => {
    expect(dateInName(name)).toBe(day);
  });
});

describe('namePattern', () => {
  it('knows * and ? and takes everything else as it is', () => {
    expect(namePattern('a?[1].b*k').test('AX[1].BAcK')).toBe(true);
    expect(namePattern('a?[1].b*k').test('a1.bak')).toBe(false);
    expect(namePattern('*.bak').test('x.bak.tmp')).toBe(false);
  });
});

describe('hasShrunk', () => {
  const file = (bytes: number): { path: string; name: string; bytes: number; modified: number } => ({
    path: '',
    name: '',
    bytes,
    modified: 0,
  });

  it('compares with what is usual, so that one odd file before does not matter', () => {
    expect(hasShrunk({ newest: file(49), earlier: [100, 10_000, 98, 97].map(file) })).toBe(true);
    expect(hasShrunk({ newest: file(60), earlier: [100, 10_000, 98, 97].map(file) })).toBe(false);
    expect(hasShrunk({ newest: file(1), earlier: [] })).toBe(false);
  });
});
