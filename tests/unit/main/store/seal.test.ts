import { describe, expect, it } from '@jest/globals';
import { exportSeal, importSeal, type SealFile, type Store } from '../../../../src/main/store/index.ts';
import type { Destination } from '../../../../src/shared/model/destination.ts';
import { withScratch } from '../../../support/scratch.ts';
import { aJob, aPoint, aProof, aRun, aSource, SETTINGS, storeIn } from '../../../support/stored.ts';

const NOW = new Date('2026-03-10T00:00:00Z');
const AZURE: Destination = {
  id: 'azure',
  name: 'Cloud',
  site: 'off-site',
  isolation: 'immutable',
  kind: 'azure',
  account: 'acc',
  container: 'c',
  prefix: '',
};
const PROBE = { at: '2026-03-01T08:00:00Z', bytesPerSecondWritten: 1, bytesPerSecondRead: 2, canDestroy: false };

/** Two stores in folders of their own. */
async function withStores(use: (from: Store, to: Store) => void): Promise<void> {
  await withScratch(async (a) => {
    await withScratch((b) => {
      const [from, to] = [storeIn(a).store, storeIn(b).store];
      try {
        use(from, to);
      } finally {
        from.close();
        to.close();
      }
    });
  });
}

function fill(store: Store): void {
  store.settings.set(SETTINGS);
  store.pharmacy.set({ name: 'Main St', timeZone: 'America/Chicago', language: 'en', openingHours: {} });
  store.sources.put(aSource('dispensing'));
  store.destinations.put(AZURE);
  store.people.put({ id: 'ana', name: 'Ana', role: 'owner', isNotified: true });
  for (const [id, day] of [
    ['r1', '2026-01-31'],
    ['r2', '2026-02-01'],
    ['r3', '2026-02-02'],
  ]) {
    const endedAt = `${day}T09:00:00Z`;
    store.history.addRun(aRun(id as string, { endedAt, status: 'completed' }), [aJob(`${id}-a`, id as string, { endedAt })]);
  }
  store.points.addProof(aProof('p1'));
  store.points.addProof(aProof('p2'));
  store.notes.addProbe({ destination: 'azure' }, PROBE);
  store.notes.addCustody({ destination: 'usb', disk: 'a', at: '2026-03-01T08:00:00Z', event: 'attached' });
  store.notes.addKitTest({ at: '2025-01-01T00:00:00Z', destination: 'azure', holder: 'owner', passed: true });
  store.notes.setFlag('kept:s1', 'yes');
  store.notes.setFlag('clock-last', 'about this PC');
}

describe('the seal of the store', () => {
  it('brings everything back into an empty store, in its order', async () => {
    await withStores((from, to) => {
      fill(from);
      const files = exportSeal(from, NOW);
      expect(files.map(({ name }) => name)).toEqual(['settings.json', 'records.json', 'history-2026-01.json', 'history-2026-02.json']);
      expect(importSeal(to, files)).toEqual({ leftOut: [] });
      expect(exportSeal(to, NOW)).toEqual(files);
      for (const read of [
        (store: Store) => store.history.runs(),
        (store: Store) => store.history.jobs(),
        (store: Store) => store.points.proofs(),
        (store: Store) => store.notes.custody('usb'),
        (store: Store) => store.people.list(),
        (store: Store) => store.pharmacy.get(),
        (store: Store) => store.notes.flags('kept:'),
      ]) {
        expect(read(to)).toEqual(read(from));
      }
      expect(to.history.runs().map(({ id }) => id)).toEqual(['r3', 'r2', 'r1']);
      expect(to.notes.flag('clock-last')).toBeUndefined();
    });
  });

  it('goes before what happened since, and twice is the same as once', async () => {
    await withStores((from, to) => {
      fill(from);
      to.history.addRun(aRun('new'), [aJob('new-a', 'new')]);
      to.points.addProof(aProof('new'));
      const files = exportSeal(from, NOW);
      importSeal(to, files);
      importSeal(to, files);
      expect(to.history.runs().map(({ id }) => id)).toEqual(['new', 'r3', 'r2', 'r1']);
      expect(to.history.jobs().map(({ id }) => id)).toEqual(['new-a', 'r3-a', 'r2-a', 'r1-a']);
      expect(to.points.proofs().map(({ id }) => id)).toEqual(['new', 'p2', 'p1']);
      expect(to.notes.probes({ destination: 'azure' })).toEqual([PROBE]);
    });
  });

  it('is the same as long as nothing happens but sealing, and leaves out what is old or under way', async () => {
    await withStores((store) => {
      fill(store);
      const before = exportSeal(store, NOW);
      const endedAt = '2026-03-09T00:00:00Z';
      store.history.addRun(aRun('seal', { endedAt, status: 'completed' }), [aJob('s', 'seal', { kind: 'seal', endedAt })]);
      store.history.addRun(aRun('open'), [aJob('o', 'open', { status: 'running' })]);
      store.history.addRun(aRun('old', { endedAt: '2025-01-01T00:00:00Z', status: 'completed' }), []);
      store.points.add([aPoint('s1')]);
      expect(exportSeal(store, NOW)).toEqual(before);
    });
  });

  it('splits a month that is too large for one file, and puts it together again', async () => {
    await withStores((from, to) => {
      const error = { code: 'internal', data: { detail: 'x'.repeat(1_500_000) }, retryable: false };
      for (let number = 1; number <= 12; number++) {
        const endedAt = `2026-02-${String(number).padStart(2, '0')}T09:00:00Z`;
        from.history.addRun(aRun(`r${number}`, { endedAt, status: 'completed' }), [aJob(`j${number}`, `r${number}`, { endedAt, error })]);
      }
      const files = exportSeal(from, NOW);
      expect(files.filter(({ name }) => name.startsWith('history-2026-02'))).toHaveLength(6);
      expect(Math.max(...files.map(({ content }) => content.length))).toBeLessThan(4_100_000);
      importSeal(to, files);
      expect(to.history.jobs()).toEqual(from.history.jobs());
    });
  });

  it('stops at settings it cannot read and changes nothing; history it cannot read it names', async () => {
    await withStores((from, to) => {
      fill(from);
      const files = exportSeal(from, NOW);
      const changed = (name: string, change: (text: string) => string): SealFile[] =>
        files.map((file) => (file.name === name ? { name, content: change(file.content) } : file));
      for (const bad of [
        [],
        changed('settings.json', (text) => text.slice(0, 40)),
        changed('settings.json', (text) => text.replace('critical', 'x')),
      ]) {
        expect(() => importSeal(to, bad)).toThrow(expect.objectContaining({ code: 'seal-unreadable' }));
      }
      expect(() =>
        importSeal(
          to,
          changed('history-2026-01.json', (text) => text.replace('"format":1', '"format":2')),
        ),
      ).toThrow(expect.objectContaining({ code: 'store-too-new' }));
      expect([to.sources.list(), to.history.runs()]).toEqual([[], []]);
      const torn = changed('history-2026-01.json', (text) => text.replace('2026-01-31T09:00:00Z', 'yesterday'));
      expect(importSeal(to, torn)).toEqual({ leftOut: ['history-2026-01.json'] });
      expect(to.history.runs().map(({ id }) => id)).toEqual(['r3', 'r2']);
      expect(to.sources.list()).toHaveLength(1);
    });
  });
});
