import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Pin, RetentionPolicy, SnapshotEntry } from '../../../../../src/main/engine/operations/contract.ts';
import { applyPolicy } from '../../../../../src/main/engine/retention/index.ts';

const NOW = new Date('2026-02-01T00:00:00Z');

/** Snapshots named by their times. */
function snapshotsAt(times: readonly string[], tags: Record<string, string[]> = {}): SnapshotEntry[] {
  return times.map((time) => ({ id: time, snapshot: { time, tree: '', paths: ['/data'], excludes: undefined, tags: tags[time] } }));
}

function kept(
  times: readonly string[],
  policy: RetentionPolicy,
  pins: Pin[] = [],
  tags: Record<string, string[]> = {},
): Record<string, string[]> {
  const { keep } = applyPolicy(snapshotsAt(times, tags), policy, pins, NOW);
  return Object.fromEntries(keep.map(({ id, reasons }) => [id, reasons]));
}

describe('a retention policy', () => {
  const days = [
    '2026-01-05T08:00:00Z',
    '2026-01-05T20:00:00Z',
    '2026-01-06T20:00:00Z',
    '2026-01-08T07:00:00Z',
    '2026-01-08T20:00:00Z',
  ] as const;

  test('keeps the last ones', () => {
    expect(kept(days, { last: 2 })).toEqual({ [days[4]]: ['last'], [days[3]]: ['last'] });
  });

  test('keeps the newest of each day that has any', () => {
    expect(kept(days, { daily: 2 })).toEqual({ [days[4]]: ['daily'], [days[2]]: ['daily'] });
  });

  test('keeps the oldest too while some of the count is left', () => {
    expect(kept(days, { daily: 9 })).toEqual({
      [days[4]]: ['daily'],
      [days[2]]: ['daily'],
      [days[1]]: ['daily'],
      [days[0]]: ['oldest daily'],
    });
    expect(kept(days, { yearly: 2 })).toEqual({ [days[4]]: ['yearly'], [days[0]]: ['oldest yearly'] });
    expect(kept(days, { yearly: 1 })).toEqual({ [days[4]]: ['yearly'] });
  });

  test('-1 keeps all of a kind', () => {
    expect(Object.keys(kept(days, { daily: -1 }))).toEqual([days[4], days[2], days[1], days[0]]);
    expect(Object.keys(kept(days, { last: -1 }))).toHaveLength(5);
  });

  test('gives every reason', () => {
    expect(kept(days, { last: 1, daily: 1, weekly: 1, within: '1d' })[days[4]]).toEqual(['within 1d', 'last', 'daily', 'weekly']);
  });

  test('within counts from the newest snapshot, not from now, and its end does not belong to it', () => {
    expect(Object.keys(kept(days, { within: '2d' }))).toEqual([days[4], days[3]]);
    expect(Object.keys(kept(days, { within: '2d1h' }))).toEqual([days[4], days[3], days[2]]);
    expect(kept(days, { withinDaily: '4d' })).toEqual({
      [days[4]]: ['daily within 4d'],
      [days[2]]: ['daily within 4d'],
      [days[1]]: ['daily within 4d'],
    });
  });

  test('a snapshot from the future neither goes nor moves the span', () => {
    const future = '2027-01-01T00:00:00Z';
    expect(Object.keys(kept([...days, future], { within: '1d' }))).toEqual([future, days[4], days[3]]);
    expect(Object.keys(kept([future], { within: '1h' }))).toEqual([future]);
  });

  test('keeps by tags', () => {
    const tags = { [days[0]]: ['a', 'b'], [days[1]]: ['a'], [days[2]]: ['c'] };
    expect(kept(days, { tags: [['a', 'b'], ['c']] }, [], tags)).toEqual({ [days[2]]: ['tags c'], [days[0]]: ['tags a,b'] });
    expect(Object.keys(kept(days, { tags: [['']] }, [], tags))).toEqual([days[4], days[3]]);
  });

  test('pins hold whatever the rules say', () => {
    const pins = [
      { snapshot: days[1], reason: 'newest proven' },
      { snapshot: days[4], reason: 'kept by Ana' },
      { snapshot: 'elsewhere', reason: 'x' },
    ];
    expect(kept(days, { last: 1 }, pins)).toEqual({ [days[4]]: ['last', 'pinned: kept by Ana'], [days[1]]: ['pinned: newest proven'] });
  });

  test.each<RetentionPolicy>([{}, { last: 0 }, { daily: 0, within: '0h' }, { tags: [] }])('%j has no rule', (policy) => {
    expect(() => applyPolicy(snapshotsAt(days), policy, [], NOW)).toThrow(expect.objectContaining({ code: 'policy-empty' }));
  });

  test.each<RetentionPolicy>([{ last: -2 }, { daily: 1.5 }, { hourly: Number.NaN }, { within: '1w' }])('%j is no policy', (policy) => {
    expect(() => applyPolicy(snapshotsAt(days), policy, [], NOW)).toThrow(expect.objectContaining({ code: 'value-invalid' }));
  });

  test('every snapshot is kept or forgotten, more rules never keep fewer, and the newest always stays', () => {
    const times = fc.uniqueArray(
      fc.integer({ min: 1_500_000_000, max: 1_760_000_000 }).map((seconds) => new Date(seconds * 1000).toISOString()),
      { minLength: 1, maxLength: 40 },
    );
    const counts = fc.record({
      last: fc.nat(5),
      hourly: fc.nat(5),
      daily: fc.nat(5),
      weekly: fc.nat(5),
      monthly: fc.nat(5),
      yearly: fc.nat(5),
    });
    const property = fc.property(times, counts, (list, policy) => {
      fc.pre(Object.values(policy).some((count) => count > 0));
      const { keep, forget } = applyPolicy(snapshotsAt(list), policy, [], NOW);
      expect([...keep, ...forget].map(({ id }) => id).sort()).toEqual([...list].sort());
      expect(keep[0]?.id).toBe([...list].sort().at(-1));
      const more = applyPolicy(snapshotsAt(list), { ...policy, weekly: policy.weekly + 2 }, [], NOW).keep.map(({ id }) => id);
      expect(more).toEqual(expect.arrayContaining(keep.map(({ id }) => id)));
    });
    fc.assert(property);
  });
});
