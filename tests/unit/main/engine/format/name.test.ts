import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { quoteName, unquoteName } from '../../../../../src/main/engine/format/go-quote.ts';
import { compareNames, nameFromBytes, nameToBytes } from '../../../../../src/main/engine/format/name.ts';

const anyName = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => Buffer.from(text, 'utf8')),
);

describe('names', () => {
  test('any bytes come back from their string', () => {
    fc.assert(fc.property(anyName, (bytes) => expect(nameToBytes(nameFromBytes(bytes))).toEqual(Buffer.from(bytes))));
  });

  test('any name comes back from its quoted form', () => {
    fc.assert(
      fc.property(anyName, (bytes) => {
        const name = nameFromBytes(bytes);
        const unquoted = unquoteName(quoteName(name));
        const result = unquoted && ('bytes' in unquoted ? nameFromBytes(unquoted.bytes) : unquoted.text);
        expect(result).toBe(name);
      }),
    );
  });

  test('quoting is what Go writes', () => {
    expect(quoteName('plain name.txt')).toBe('plain name.txt');
    expect(quoteName('line\nbreak "quoted" back\\slash')).toBe('line\\nbreak \\"quoted\\" back\\\\slash');
    expect(quoteName('Åsa ñ 日本 🦺')).toBe('Åsa ñ 日本 🦺');
    expect(quoteName(nameFromBytes(Buffer.from([0x62, 0xff, 0x61])))).toBe('b\\xffa');
    expect(quoteName('\x01\x7f\u00a0\u200b')).toBe('\\x01\\x7f\\u00a0\\u200b');
  });

  test('broken quoting is refused', () => {
    for (const broken of ['a"b', '\\', 'x\\q', '\\xf', '\\u12', '\\ud800', '\\U00110000']) expect(unquoteName(broken)).toBeUndefined();
  });

  test('names are ordered by their bytes', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const order = Math.sign(compareNames(nameFromBytes(a), nameFromBytes(b)));
        expect(order).toBe(Buffer.compare(a, b));
      }),
    );
  });
});
