import { describe, expect, it } from '@jest/globals';
import { compareWitness, type Witness, type WitnessFact } from '../../../../src/shared/model/witness.ts';

const rows = (value: number): WitnessFact => ({ kind: 'count', subject: 'rows:fills', value });
const newest = (value?: string): WitnessFact => ({ kind: 'date', subject: 'newest:fills', ...(value !== undefined && { value }) });

function witness(facts: WitnessFact[], atMost?: WitnessFact[]): Witness {
  return { takenAt: '2026-11-24T18:00:00Z', facts, atMost: atMost ?? [], isExact: atMost === undefined, environment: {} };
}

const agrees = (expected: Witness, ...facts: WitnessFact[]): boolean => compareWitness(expected, witness(facts)).length === 0;

describe('compareWitness', () => {
  it('takes an exact witness at its word', () => {
    expect(agrees(witness([rows(7), newest('2026-11-24')]), newest('2026-11-24'), rows(7))).toBe(true);
    expect(compareWitness(witness([rows(7)]), witness([rows(6)]))).toEqual([{ subject: 'rows:fills', expected: '7', found: '6' }]);
    expect(compareWitness(witness([newest('2026-11-24')]), witness([newest()]))).toEqual([
      { subject: 'newest:fills', expected: '2026-11-24', found: '-' },
    ]);
  });

  it('misses what cannot be read, and does not mind what is there besides', () => {
    expect(compareWitness(witness([rows(7)]), witness([newest('2026-11-24')]))).toEqual([
      { subject: 'rows:fills', expected: '7', found: undefined },
    ]);
    expect(agrees(witness([]), rows(1))).toBe(true);
  });

  it('never takes one kind of fact for another', () => {
    expect(agrees(witness([rows(7)]), { kind: 'number', subject: 'rows:fills', value: 7 })).toBe(false);
  });

  it('ignores the highest values of an exact witness', () => {
    expect(agrees({ ...witness([rows(7)], [rows(9)]), isExact: true }, rows(8))).toBe(false);
  });

  it.each([
    [5, true],
    [7, true],
    [9, true],
    [4, false],
    [10, false],
  ])('takes a count between the two looks: %d', (found, isRight) => {
    expect(agrees(witness([rows(5)], [rows(9)]), rows(found))).toBe(isRight);
    expect(agrees(witness([rows(9)], [rows(5)]), rows(found))).toBe(isRight);
  });

  it('takes a date between the two looks, and none where there was none', () => {
    const moved = witness([newest('2026-11-23')], [newest('2026-11-24')]);
    expect(agrees(moved, newest('2026-11-23 18:00'))).toBe(true);
    expect(agrees(moved, newest('2026-11-25'))).toBe(false);
    expect(agrees(moved, newest())).toBe(false);
    expect(agrees(witness([newest()], [newest('2026-11-24')]), newest())).toBe(true);
    expect(agrees(witness([newest('2026-11-24')], [newest()]), newest())).toBe(true);
  });
});
