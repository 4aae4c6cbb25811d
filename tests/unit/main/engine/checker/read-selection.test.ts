import { describe, expect, test } from '@jest/globals';
import { selectPacks } from '../../../../../src/main/engine/checker/read-selection.ts';

describe('packs to read', () => {
  const packs = Array.from({ length: 64 }, (_, at) => ({ name: (at * 4).toString(16).padStart(2, '0').padEnd(64, '0'), size: 100 + at }));
  const never = (): number => {
    throw new Error('no dice needed');
  };
  /** Evenly spread and always the same. */
  const dice = (): (() => number) => {
    let state = 1;
    return () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
  };

  test('are none or all', () => {
    expect(selectPacks(packs, 'none', never).size).toBe(0);
    expect(selectPacks(packs, 'all', never).size).toBe(64);
  });

  test('a part goes by the first byte, as in restic, and the parts are all packs, each once', () => {
    const [one] = selectPacks([{ name: `05${'0'.repeat(62)}`, size: 1 }], { part: 2, of: 4 }, never);
    expect(one).toMatch(/^05/);
    const parts = [1, 2, 3, 4, 5].flatMap((part) => [...selectPacks(packs, { part, of: 5 }, never)]);
    expect(parts.sort()).toEqual(packs.map((pack) => pack.name));
  });

  test('a percentage is a random choice of that many, at least one', () => {
    expect(selectPacks(packs, { percent: 25 }, dice()).size).toBe(16);
    expect(selectPacks(packs, { percent: 0.01 }, dice()).size).toBe(1);
    expect(selectPacks(packs, { percent: 100 }, dice()).size).toBe(64);
    expect(selectPacks([], { percent: 50 }, dice()).size).toBe(0);
    const random = dice();
    expect(selectPacks(packs, { percent: 25 }, random)).not.toEqual(selectPacks(packs, { percent: 25 }, random));
  });

  test('bytes are reached with the last pack and not before', () => {
    const chosen = selectPacks(packs, { bytes: 1000 }, dice());
    const sizes = packs.filter((pack) => chosen.has(pack.name)).map((pack) => pack.size);
    const sum = sizes.reduce((a, b) => a + b, 0);
    expect(sum).toBeGreaterThanOrEqual(1000);
    expect(sum - Math.max(...sizes)).toBeLessThan(1000);
  });

  test.each([
    { part: 0, of: 3 },
    { part: 4, of: 3 },
    { part: 1, of: 257 },
    { part: 1.5, of: 3 },
    { percent: 0 },
    { percent: 101 },
    { bytes: 0 },
    { bytes: Number.NaN },
  ])('%j is refused', (readData) => {
    expect(() => selectPacks(packs, readData, never)).toThrow(expect.objectContaining({ code: 'value-invalid' }));
  });
});
