import { describe, expect, it } from '@jest/globals';
import { withScratch } from '../../../support/scratch.ts';
import { aJob, aProof, aRun, storeIn } from '../../../support/stored.ts';

const NOW = new Date('2032-06-01T00:00:00Z');
const OLD = '2026-05-31T00:00:00Z';
const YOUNG = '2026-06-02T00:00:00Z';
const LAST_YEAR = '2031-07-01T00:00:00Z';

describe('the age of history', () => {
  it('is six years, of warnings one, and the newest of each kind of record stays', async () => {
    await withScratch((folder) => {
      const { store } = storeIn(folder);
      for (const [id, endedAt] of [
        ['old', OLD],
        ['young', YOUNG],
        ['last', LAST_YEAR],
      ] as const) {
        store.history.addRun(aRun(id, { endedAt }), [aJob(`j-${id}`, id, { endedAt })]);
        store.history.addWarnings([{ job: `j-${id}`, code: 'vanished', path: '/x' }]);
      }
      store.points.addProof(aProof('p1', { at: OLD }));
      store.points.addProof(aProof('p2', { at: OLD }));
      store.points.addProof(aProof('p3', { at: OLD, passed: false }));
      for (const at of [OLD, '2026-05-30T00:00:00Z']) store.notes.addKitTest({ at, destination: 'azure', holder: 'owner', passed: true });
      // Warnings of two runs, a job and a run, a proof, a kit test.
      expect(store.tidy(NOW)).toBe(6);
      expect(store.history.runs().map(({ id }) => id)).toEqual(['last', 'young']);
      expect(store.history.jobs().map(({ id }) => id)).toEqual(['j-last', 'j-young']);
      expect([store.history.warnings('j-young'), store.history.warnings('j-last').length]).toEqual([[], 1]);
      expect(store.points.proofs().map(({ id }) => id)).toEqual(['p3', 'p2']);
      expect(store.notes.kitTests()).toHaveLength(1);
      expect(store.tidy(NOW)).toBe(0);
      store.close();
    });
  });
});
