import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runDays } from '../../../../src/main/overview/index.ts';
import type { Store } from '../../../../src/main/store/index.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { aJob, aRun, aSource, storeIn } from '../../../support/stored.ts';
import { HOURS } from '../protection/healthy-facts.ts';

let scratch: Scratch;
let store: Store;
/** A Wednesday, 11:00 in Chicago. */
const clock = new ManualTime({ wall: '2026-07-08T16:00:00Z' });
beforeEach(() => {
  scratch = scratchFolder();
  ({ store } = storeIn(scratch.path, clock));
  store.pharmacy.set({ name: 'Main St', timeZone: 'America/Chicago', language: 'en', openingHours: HOURS });
  store.sources.put(aSource('dispensing'));
  store.sources.put(aSource('scans', { tier: 'important' }));
});
afterEach(() => {
  store.close();
  scratch.remove();
});

describe('the strip of runs', () => {
  test('has a day for each day of the pharmacy, open or not, also where nothing ran', () => {
    const days = runDays({ store, clock }, 4);
    expect(days.map(({ date, isOpen, tiers }) => [date, isOpen, tiers])).toEqual([
      ['2026-07-08', true, []],
      ['2026-07-07', true, []],
      ['2026-07-06', true, []],
      ['2026-07-05', false, []],
    ]);
  });

  test('marks the days that it does not cover in full', () => {
    const of = (day: string, count: number) =>
      store.transaction(() => {
        for (let n = 0; n < count; n++)
          store.history.addRun(aRun(`${day} ${count} ${n}`, { dueAt: `2026-07-${day}T15:00:00.000Z`, tier: 'critical' }), []);
      });
    const partial = () => runDays({ store, clock }, 4).map(({ date, isPartial = false }) => [date, isPartial]);
    of('06', 5);
    of('07', 999);
    of('08', 8995);
    expect(partial().map(([, isPartial]) => isPartial)).toEqual([false, false, false, false]);
    of('08', 5);
    expect(partial()).toEqual([
      ['2026-07-08', false],
      ['2026-07-07', false],
      ['2026-07-06', true],
      ['2026-07-05', true],
    ]);
  });

  test('tells the worst of a day and counts the rest; late evening there is still that day', () => {
    const late = { dueAt: '2026-07-08T03:30:00.000Z', tier: 'critical' } as const;
    store.history.addRun(aRun('one', { ...late, status: 'completed' }), []);
    store.history.addRun(aRun('two', { ...late, status: 'failed' }), []);
    store.history.addRun(aRun('three', { ...late, status: 'completed' }), []);
    const [, yesterday] = runDays({ store, clock }, 2);
    expect(yesterday?.tiers).toEqual([
      { tier: 'critical', status: 'failed', counts: { completed: 2, failed: 1 }, runs: ['three', 'two', 'one'] },
    ]);
  });

  test('counts a click for the tiers that it backed up, and everything else apart', () => {
    const today = { dueAt: '2026-07-08T15:00:00.000Z', status: 'completed' } as const;
    store.history.addRun(aRun('click', { ...today, trigger: 'manual' }), [aJob('a', 'click'), aJob('b', 'click', { source: 'scans' })]);
    store.history.addRun(aRun('proof', { ...today, trigger: 'follow-up' }), [aJob('c', 'proof', { kind: 'proof' })]);
    store.history.addRun(aRun('old', { ...today, dueAt: '2026-06-01T15:00:00.000Z' }), []);
    const days = runDays({ store, clock }, 30);
    expect(days[0]?.tiers.map(({ tier, runs }) => [tier, runs])).toEqual([
      ['critical', ['click']],
      ['important', ['click']],
    ]);
    expect(days[0]?.other?.runs).toEqual(['proof']);
    expect(days.slice(1).every(({ tiers, other }) => tiers.length === 0 && other === undefined)).toBe(true);
  });
});
