import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { keepPoints } from '../../../../src/main/jobs/index.ts';
import { runLines } from '../../../../src/main/overview/index.ts';
import type { Store } from '../../../../src/main/store/index.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { aJob, aRun, storeIn } from '../../../support/stored.ts';
import { HOURS } from '../protection/healthy-facts.ts';

let scratch: Scratch;
let store: Store;
const clock = new ManualTime({ wall: '2026-07-08T16:00:00Z' });
beforeEach(() => {
  scratch = scratchFolder();
  ({ store } = storeIn(scratch.path, clock));
  store.pharmacy.set({ name: 'Main St', timeZone: 'America/Chicago', language: 'en', openingHours: HOURS });
});
afterEach(() => {
  store.close();
  scratch.remove();
});

/** Ids of the runs that are listed. */
function listed(wish: Omit<Parameters<typeof runLines>[1], 'limit'>, limit = 100): string[] {
  return runLines(store, { ...wish, limit }).map(({ run }) => run.id);
}

describe('the list of runs', () => {
  test('says of each run what it was about and what came of it', () => {
    store.history.addRun(aRun('one', { dueAt: '2026-07-08T15:00:00.000Z', status: 'failed' }), [
      aJob('a', 'one', { figures: { bytes: 100, bytesStored: 10 } }),
      aJob('b', 'one', { kind: 'copy', figures: { bytes: 50, warnings: 1 } }),
      aJob('c', 'one', { source: 'scans', status: 'failed' }),
    ]);
    const [line] = runLines(store, { limit: 10 });
    expect(line).toMatchObject({ kinds: ['backup', 'copy'], figures: { bytes: 150, bytesStored: 10, warnings: 1 } });
    expect(line?.isKept).toBeUndefined();
    expect(line?.sources.toSorted()).toEqual(['dispensing', 'scans']);
    expect(line?.counts['failed']).toBe(1);
  });

  test('says whose restore points somebody keeps', () => {
    store.history.addRun(aRun('one'), [aJob('a', 'one', { snapshot: 'p1' })]);
    store.history.addRun(aRun('other'), [aJob('b', 'other', { snapshot: 'p2' }), aJob('c', 'other', { kind: 'copy', snapshot: 'p1' })]);
    keepPoints({ store, clock }, ['p1'], { reason: 'person' });
    expect(runLines(store, { limit: 10 }).map(({ run, isKept = false }) => [run.id, isKept])).toEqual([
      ['other', false],
      ['one', true],
    ]);
  });

  test('can be asked by kind, by outcome and by the day on the pharmacy’s calendar', () => {
    store.history.addRun(aRun('evening', { dueAt: '2026-07-08T03:30:00.000Z', status: 'completed' }), [aJob('a', 'evening')]);
    store.history.addRun(aRun('morning', { dueAt: '2026-07-08T15:00:00.000Z', status: 'failed' }), [aJob('b', 'morning')]);
    store.history.addRun(aRun('proof', { dueAt: '2026-07-08T15:30:00.000Z', status: 'completed' }), [
      aJob('c', 'proof', { kind: 'proof' }),
    ]);
    expect(listed({})).toEqual(['proof', 'morning', 'evening']);
    expect(listed({ kinds: ['proof', 'check'] })).toEqual(['proof']);
    expect(listed({ statuses: ['failed'] })).toEqual(['morning']);
    expect(listed({ day: '2026-07-07' })).toEqual(['evening']);
    expect(listed({ day: '2026-07-08' })).toEqual(['proof', 'morning']);
    expect(listed({}, 1)).toEqual(['proof']);
  });
});
