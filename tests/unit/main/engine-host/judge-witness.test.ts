import { describe, expect, it } from '@jest/globals';
import { shrinkage, staleness } from '../../../../src/main/engine-host/work/judge-witness.ts';
import { type SingleSource, singleSourceSchema } from '../../../../src/shared/model/source.ts';
import { type Witness, type WitnessFact, witnessSchema } from '../../../../src/shared/model/witness.ts';

const PART: SingleSource = singleSourceSchema.parse({ kind: 'sqlite', id: 'dispensing', name: 'D', tier: 'critical', path: '/d.db' });
const VENDOR: SingleSource = singleSourceSchema.parse({
  kind: 'vendor-file',
  id: 'vendor',
  name: 'V',
  tier: 'critical',
  folder: '/v',
  pattern: '*.bak',
  maxAgeHours: 26,
});
const rows = (value: number, subject = 'rows:prescriptions'): WitnessFact => ({ kind: 'count', subject, value });
const witness = (...facts: WitnessFact[]): Witness => witnessSchema.parse({ takenAt: '2026-11-20T20:00:00Z', isExact: true, facts });

describe('a sharp drop', () => {
  it.each([
    [100, 49, true],
    [100, 50, false],
    [20, 0, true],
    [19, 0, false],
    [10, 100, false],
  ])('of %d to %d is seen: %s', (before, now, isSeen) => {
    const finding = { kind: 'shrunk', subject: 'rows:prescriptions', before, now };
    expect(shrinkage(PART, witness(rows(now)), witness(rows(before)))).toEqual(isSeen ? [finding] : []);
  });

  it('is seen in the part of a group, and only against that part', () => {
    const before = witness(rows(100, 'dispensing/rows:prescriptions'), rows(5000, 'archive/rows:prescriptions'));
    expect(shrinkage(PART, witness(rows(10)), before)).toHaveLength(1);
    expect(shrinkage(PART, witness(rows(90)), before)).toEqual([]);
  });

  it('is not seen where nothing was known, or another kind of fact', () => {
    expect(shrinkage(PART, witness(rows(1)), undefined)).toEqual([]);
    expect(shrinkage(PART, witness(rows(1)), witness({ kind: 'number', subject: 'rows:prescriptions', value: 1000 }))).toEqual([]);
  });
});

describe('a file that was too old', () => {
  const newest = (value: string | undefined) => witness({ kind: 'date', subject: 'newest', ...(value !== undefined && { value }) });

  it.each([
    ['2026-11-19T18:00:00Z', []],
    ['2026-11-19T17:59:59Z', [{ kind: 'stale', newest: '2026-11-19T17:59:59Z', maxAgeHours: 26 }]],
    ['never', []],
    [undefined, []],
  ])('made at %s', (value, findings) => expect(staleness(VENDOR, newest(value))).toEqual(findings));

  it("is a finding for vendors' files only", () => expect(staleness(PART, newest('2020-01-01T00:00:00Z'))).toEqual([]));
});
