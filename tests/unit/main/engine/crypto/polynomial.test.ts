import { describe, expect, test } from '@jest/globals';
import { isIrreducible, newChunkerPolynomial } from '../../../../../src/main/engine/crypto/polynomial.ts';

describe('chunker polynomials', () => {
  test('known ones are told apart', () => {
    expect(isIrreducible(0x3da3358b4dc173n)).toBe(true);
    expect(isIrreducible(0b111n)).toBe(true); // x^2 + x + 1
    expect(isIrreducible(0b101n)).toBe(false); // (x + 1)^2
    expect(isIrreducible(0b1011n * 0b10n)).toBe(false); // x (x^3 + x + 1)
    expect(isIrreducible(0b10001n)).toBe(false); // (x + 1)^4
  });

  test('small ones agree with trial division', () => {
    const degree = (a: number): number => 31 - Math.clz32(a);
    const remainder = (a: number, b: number): number => {
      let rest = a;
      while (rest !== 0 && degree(rest) >= degree(b)) rest ^= b << (degree(rest) - degree(b));
      return rest;
    };
    for (let candidate = 2; candidate < 512; candidate++) {
      let hasFactor = false;
      for (let factor = 2; degree(factor) * 2 <= degree(candidate); factor++) if (remainder(candidate, factor) === 0) hasFactor = true;
      expect([candidate, isIrreducible(BigInt(candidate))]).toEqual([candidate, !hasFactor]);
    }
  });

  test('new ones have degree 53 and differ', () => {
    const [a, b] = [newChunkerPolynomial(), newChunkerPolynomial()];
    expect(BigInt(`0x${a}`).toString(2)).toHaveLength(54);
    expect(isIrreducible(BigInt(`0x${a}`))).toBe(true);
    expect(a).not.toBe(b);
  });
});
