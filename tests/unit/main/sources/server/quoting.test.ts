import { describe, expect, it } from '@jest/globals';
import {
  backticked,
  bracketed,
  conninfoValue,
  doubleQuoted,
  escapedLiteral,
  unicodeLiteral,
} from '../../../../../src/main/sources/server/quoting.ts';
import { checkDatabaseName, siblingName } from '../../../../../src/main/sources/server/database-name.ts';
import { ManualTime } from '../../../../support/manual-time.ts';

describe('names and texts in SQL', () => {
  it.each([
    [doubleQuoted, 'a"b', '"a""b"'],
    [backticked, 'a`b', '`a``b`'],
    [bracketed, 'a]b[c', '[a]]b[c]'],
    [unicodeLiteral, "a'b", "N'a''b'"],
    [escapedLiteral, "a'b\\", "E'a''b\\\\'"],
    [conninfoValue, "a'b\\", "'a\\'b\\\\'"],
  ])('%p doubles what would end them', (quote, text, quoted) => {
    expect(quote(text)).toBe(quoted);
    expect(() => quote('a\0b')).toThrow(expect.objectContaining({ code: 'value-invalid' }));
  });
});

describe('names of databases', () => {
  const clock = new ManualTime({ wall: '2026-03-02T08:15:00Z' });

  it('takes plain names only', () => {
    expect(checkDatabaseName('Pharmacy_2', 63)).toBe('Pharmacy_2');
    expect(checkDatabaseName('größe', 63)).toBe('größe');
    for (const name of ['', '-x', 'a b', 'a;b', 'a"b', 'a=b', '../x', 'x'.repeat(64), 'ö'.repeat(32)]) {
      expect(() => checkDatabaseName(name, 63)).toThrow(expect.objectContaining({ code: 'value-invalid' }));
    }
  });

  it('names what stands beside another, and never too long', () => {
    expect(siblingName('pharmacy', 'before', clock, 63)).toBe('pharmacy_before_20260302081500');
    const long = siblingName('ö'.repeat(60), 'restored', clock, 63);
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(63);
    expect(long).toMatch(/^ö+_restored_20260302081500$/);
  });
});
