import { describe, expect, test } from '@jest/globals';
import { outcomeOf, reenterSince, undoableUntil } from '../../../../../src/renderer/components/restoring/outcome.ts';
import { planFacts, type RestorePlan, safestWay } from '../../../../../src/renderer/components/restoring/plan-facts.ts';
import type { RestoreReport } from '../../../../../src/shared/model/restore.ts';
import type { Job } from '../../../../../src/shared/model/run.ts';

function planOf(said: Partial<RestorePlan> = {}, live?: { isHealthy: boolean; isInUse: boolean }): RestorePlan {
  const part = { part: 'dispensing', kind: 'sqlite', ...(live && { live }), thrownAway: [] };
  return { filesNew: 0, filesReplaced: 0, filesUnchanged: 0, bytes: 10, parts: [part], ...said };
}

describe('where a source may go by itself', () => {
  test('to its old place where nothing is, or what is there is damaged', () => {
    expect(safestWay(planOf())).toBe('in-place');
    expect(safestWay(planOf({}, { isHealthy: false, isInUse: false }))).toBe('in-place');
  });

  test('beside what is healthy, and beside files that would be replaced', () => {
    expect(safestWay(planOf({}, { isHealthy: true, isInUse: false }))).toBe('beside');
    expect(safestWay(planOf({ filesReplaced: 1, filesNew: 100 }))).toBe('beside');
  });

  test('says whether there is room, only where that is known', () => {
    expect(planFacts(planOf({ freeBytes: 5 })).lacksRoom).toBe(true);
    expect(planFacts(planOf()).lacksRoom).toBe(false);
  });
});

describe('how a restore ended', () => {
  const job = (status: Job['status']): Job => ({ id: status, run: 'r', kind: 'restore', status, figures: {} });
  const over = { endedAt: '2026-11-29T10:00:00Z' };

  test('not before it has ended', () => {
    expect(outcomeOf({}, [job('completed')])).toBeUndefined();
  });

  test('whole, in part, not at all, or stopped by somebody', () => {
    expect(outcomeOf(over, [job('completed'), job('completed-with-warnings')])).toBe('done');
    expect(outcomeOf(over, [job('completed'), job('failed')])).toBe('partly');
    expect(outcomeOf(over, [job('failed')])).toBe('failed');
    expect(outcomeOf(over, [job('completed'), job('interrupted')])).toBe('cancelled');
    expect(outcomeOf(over, [])).toBe('failed');
  });
});

describe('what is to be done after a restore', () => {
  const report = (said: Partial<RestoreReport>): RestoreReport => ({
    job: 'j',
    source: 'dispensing',
    point: 'p',
    pointTime: '2026-11-28T14:10:00Z',
    at: '2026-11-29T10:00:00Z',
    way: 'in-place',
    parts: [{ part: 'dispensing', place: '/data', kept: '/kept', compared: 1, differences: [] }],
    filesRestored: 0,
    filesVerified: 0,
    bytes: 1,
    seconds: 1,
    ...said,
  });

  test('work is entered again since the oldest moment that went back to its place', () => {
    const reports = [
      report({}),
      report({ pointTime: '2026-11-27T09:00:00Z' }),
      report({ way: 'beside', pointTime: '2020-01-01T00:00:00Z' }),
    ];
    expect(reenterSince(reports)).toBe('2026-11-27T09:00:00Z');
    expect(reenterSince([report({ way: 'beside' })])).toBeUndefined();
    expect(reenterSince([report({ undoneAt: '2026-11-29T11:00:00Z' })])).toBeUndefined();
    expect(reenterSince([report({ isUnfinished: true })])).toBeUndefined();
  });

  test('it can be undone for as long as what it replaced is kept', () => {
    expect(undoableUntil(report({}), 30)).toBe('2026-12-29T10:00:00.000Z');
    expect(undoableUntil(report({ parts: [{ part: 'd', place: '/data', compared: 0, differences: [] }] }), 30)).toBeUndefined();
  });
});
