import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { keepPoints, unkeepPoints } from '../../../../src/main/jobs/index.ts';
import { pointsMadeBy } from '../../../../src/main/overview/index.ts';
import type { Store } from '../../../../src/main/store/index.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { aJob, aPoint, aRun, storeIn } from '../../../support/stored.ts';

let scratch: Scratch;
let store: Store;
const clock = new ManualTime({ wall: '2026-07-08T16:00:00Z' });
beforeEach(() => {
  scratch = scratchFolder();
  ({ store } = storeIn(scratch.path, clock));
});
afterEach(() => {
  store.close();
  scratch.remove();
});

describe('the restore points that a run made', () => {
  test('are those of its backups that are still at a place, each once', () => {
    store.history.addRun(aRun('one'), [
      aJob('a', 'one', { snapshot: 'p2', source: 'scans' }),
      aJob('b', 'one', { snapshot: 'p1' }),
      aJob('c', 'one', { kind: 'copy', snapshot: 'copy-of-p1', destination: 'usb' }),
      aJob('d', 'one', { snapshot: 'gone' }),
      aJob('e', 'one', { kind: 'proof', snapshot: 'p1' }),
      aJob('f', 'one', { status: 'failed' }),
    ]);
    const scans = { source: 'scans', time: '2026-03-01T08:05:00.000Z' };
    store.points.add([aPoint('p1'), aPoint('p2', scans)]);
    // Its first copy is gone: another one lies on a disk.
    store.points.add([aPoint('copy-of-p1', { point: 'p1', destination: 'usb' })]);
    store.points.remove({ destination: 'azure' }, ['p1']);
    expect(pointsMadeBy(store, 'one')).toEqual([
      { point: 'p1', source: 'dispensing', time: '2026-03-01T08:00:00.000Z' },
      { point: 'p2', ...scans },
    ]);
  });

  test('say who keeps them and why', () => {
    store.history.addRun(aRun('one'), [aJob('a', 'one', { snapshot: 'p1' })]);
    store.points.add([aPoint('p1')]);
    keepPoints({ store, clock }, ['p1'], { reason: 'person', by: 'ana', note: 'year end' });
    expect(pointsMadeBy(store, 'one')[0]?.kept).toEqual({ at: '2026-07-08T16:00:00.000Z', reason: 'person', by: 'ana', note: 'year end' });
    unkeepPoints({ store }, ['p1']);
    expect(pointsMadeBy(store, 'one')[0]?.kept).toBeUndefined();
  });
});
