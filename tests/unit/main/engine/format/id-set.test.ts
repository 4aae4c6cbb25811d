import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IdSet } from '../../../../../src/main/engine/format/id-set.ts';

describe('a set of ids', () => {
  const idOf = (number: number): string => number.toString(16).padStart(64, '0');

  test('agrees with a plain Set, also for ids that begin alike and as it grows', () => {
    const id = fc.oneof(
      fc.nat(3000).map(idOf),
      fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
    );
    const property = fc.property(fc.array(id, { maxLength: 3000, size: 'max' }), id, (ids, other) => {
      const set = new IdSet();
      const plain = new Set<string>();
      for (const one of ids) {
        expect(set.add(one)).toBe(!plain.has(one));
        plain.add(one);
      }
      expect(set.size).toBe(plain.size);
      expect([...plain].map((one) => set.position(one))).toEqual([...plain].map((_, at) => at));
      expect(set.has(other)).toBe(plain.has(other));
    });
    fc.assert(property, { numRuns: 20 });
  });

  test('does not take up ids that were only looked for', () => {
    const set = new IdSet();
    expect(set.position(idOf(1))).toBe(-1);
    set.add(idOf(2));
    expect(set.has(idOf(1))).toBe(false);
    expect(set.size).toBe(1);
  });
});
