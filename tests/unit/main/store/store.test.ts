import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { OpenedStore, Store } from '../../../../src/main/store/index.ts';
import { isLifeboatError } from '../../../../src/shared/errors/index.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { aJob, aPoint, aProof, aRun, aSource, databaseIn, SETTINGS, storeIn } from '../../../support/stored.ts';

const AZURE = { destination: 'azure' };
const DRIVE_A = { destination: 'usb', disk: 'a' };
const DRIVE_B = { destination: 'usb', disk: 'b' };

describe('the store', () => {
  let scratch: Scratch;
  let opened: OpenedStore;
  let store: Store;
  beforeEach(() => {
    scratch = scratchFolder();
    opened = storeIn(scratch.path);
    ({ store } = opened);
  });
  afterEach(() => {
    store.close();
    scratch.remove();
  });

  const reopened = (): Store => {
    store.close();
    ({ store } = storeIn(scratch.path));
    return store;
  };

  it('keeps what it was given, whole and frozen, over a restart', () => {
    expect(opened.state).toBe('created');
    expect(store.settings.get()).toBeUndefined();
    store.settings.set(SETTINGS);
    store.pharmacy.set({ name: 'Main St', timeZone: 'America/Chicago', language: 'en', openingHours: {} });
    store.sources.put(aSource('b'));
    store.sources.put(aSource('a'));
    store.sources.put(aSource('b', { name: 'Renamed' }));
    const again = reopened();
    expect(again.settings.get()).toEqual(SETTINGS);
    expect(again.pharmacy.get()?.name).toBe('Main St');
    expect(again.sources.list().map(({ id, name }) => [id, name])).toEqual([
      ['b', 'Renamed'],
      ['a', 'Source a'],
    ]);
    expect(Object.isFrozen(again.settings.get()?.tiers[0]?.retention)).toBe(true);
    again.sources.remove('b');
    expect(again.sources.get('b')).toBeUndefined();
  });

  it('refuses what is not of the model, and says where without saying what', () => {
    const wrong = aSource('x', { tier: 'Jane Doe' });
    const error = caught(() => store.sources.put(wrong));
    expect(isLifeboatError(error, 'internal')).toBe(true);
    expect(String(error)).toContain('tier');
    expect(String(error)).not.toContain('Jane Doe');
    expect(store.sources.list()).toEqual([]);
  });

  it('says that a row is damaged instead of leaving it out', () => {
    store.sources.put(aSource('a'));
    tamper('UPDATE sources SET doc = \'{"id":\'');
    expect(
      isLifeboatError(
        caught(() => store.sources.list()),
        'store-damaged',
      ),
    ).toBe(true);
    expect(String(caught(() => store.sources.get('a')))).toContain('sources a');
  });

  it('writes a run with its jobs together or not at all', () => {
    expect(() => store.history.addRun(aRun('r1'), [aJob('j1', 'r1'), aJob('j1', 'r1')])).toThrow('internal');
    expect(store.history.run('r1')).toBeUndefined();
    expect(() =>
      store.transaction(() => {
        store.history.addRun(aRun('r1'), []);
        store.sources.put(aSource('a'));
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(store.history.runs()).toEqual([]);
    expect(store.sources.list()).toEqual([]);
    expect(() => store.history.addJobs([aJob('j1', 'nowhere', { startedAt: '2026-03-01T08:00:00Z' })])).toThrow('internal');
    expect(() => store.history.updateJob('nobody', { status: 'failed' })).toThrow('internal');
  });

  it('finds jobs by every filter, the newest first', () => {
    store.history.addRun(aRun('r1'), [
      aJob('j1', 'r1', { endedAt: '2026-03-01T08:05:00Z' }),
      aJob('j2', 'r1', { kind: 'copy', destination: 'usb', disk: 'a', status: 'skipped', reason: 'destination-away' }),
      aJob('j3', 'r1', { kind: 'copy', destination: 'usb', disk: 'b', status: 'running', startedAt: '2026-03-02T08:00:00Z' }),
    ]);
    store.history.addRun(aRun('r2', { dueAt: '2026-03-03T08:00:00Z' }), [
      aJob('j4', 'r2', { source: 'images', status: 'scheduled' }),
      { id: 'j5', run: 'r2', kind: 'self-check', status: 'completed', figures: {}, endedAt: '2026-03-03T09:00:00+02:00' },
    ]);
    const ids = (filter?: Parameters<Store['history']['jobs']>[0]): string[] => store.history.jobs(filter).map(({ id }) => id);
    expect(ids()).toEqual(['j5', 'j4', 'j3', 'j2', 'j1']);
    expect(ids({ limit: 2 })).toEqual(['j5', 'j4']);
    expect(ids({ run: 'r1', kinds: ['copy'] })).toEqual(['j3', 'j2']);
    expect(ids({ source: 'dispensing' })).toEqual(['j3', 'j2', 'j1']);
    expect(ids({ source: 'dispensing', kinds: ['backup'] })).toEqual(['j1']);
    expect(ids({ at: DRIVE_A })).toEqual(['j2']);
    expect(ids({ at: DRIVE_B, source: 'dispensing', kinds: ['copy', 'backup'] })).toEqual(['j3']);
    expect(ids({ at: AZURE, kinds: ['backup'], statuses: ['completed'] })).toEqual(['j1']);
    expect(ids({ statuses: ['scheduled', 'running'] })).toEqual(['j4', 'j3']);
    expect(ids({ statuses: [] })).toEqual([]);
    // 09:00+02:00 is before 08:00Z; what has not ended counts as planned.
    expect(ids({ since: '2026-03-03T07:30:00Z' })).toEqual(['j4']);
    expect(store.history.lastJob({ source: 'dispensing', statuses: ['completed'] })?.id).toBe('j1');
    expect(store.history.lastJob({ source: 'nobody' })).toBeUndefined();
  });

  it('follows a job from planned to ended, and keeps its warnings', () => {
    store.history.addRun(aRun('r1'), [aJob('j1', 'r1', { status: 'scheduled' })]);
    store.history.addRun(aRun('r2'), []);
    store.history.updateJob('j1', { status: 'running', startedAt: '2026-03-05T08:00:00Z' });
    store.history.updateJob('j1', { status: 'completed', endedAt: '2026-03-06T08:00:00Z', figures: { files: 3 } });
    store.history.updateRun('r1', { status: 'completed', endedAt: '2026-03-06T08:00:00Z' });
    store.history.addWarnings([
      { job: 'j1', code: 'unreadable', path: '/a' },
      { job: 'j1', code: 'vanished', path: '/b', detail: 'ENOENT' },
    ]);
    const again = reopened().history;
    expect(again.job('j1')).toEqual(
      aJob('j1', 'r1', { startedAt: '2026-03-05T08:00:00Z', endedAt: '2026-03-06T08:00:00Z', figures: { files: 3 } }),
    );
    expect(again.warnings('j1').map(({ path }) => path)).toEqual(['/a', '/b']);
    expect(again.runs({ since: '2026-03-02T00:00:00Z' }).map(({ id }) => id)).toEqual(['r1']);
    expect(again.runs({ statuses: ['running'] }).map(({ id }) => id)).toEqual(['r2']);
    expect(again.runs().map(({ id }) => id)).toEqual(['r2', 'r1']);
  });

  it('knows restore points by place, newest moment first, and believes a listing', () => {
    const { points } = store;
    points.add([aPoint('s1'), aPoint('s2', { time: '2026-03-02T07:00:00.123456789-06:00' })]);
    points.add([aPoint('s3', { time: '2026-03-02T08:00:00Z', source: 'images' }), aPoint('s1', { ...DRIVE_A })]);
    const ids = (filter?: Parameters<Store['points']['list']>[0]): string[] => points.list(filter).map(({ snapshot }) => snapshot);
    expect(ids()).toEqual(['s2', 's3', 's1', 's1']);
    expect(ids({ source: 'dispensing', at: AZURE })).toEqual(['s2', 's1']);
    expect(ids({ source: 'dispensing', at: AZURE, limit: 1 })).toEqual(['s2']);
    expect(points.list({ point: 's1' }).map(({ destination }) => destination)).toEqual(['usb', 'azure']);
    expect(ids({ since: '2026-03-02T08:00:00Z' })).toEqual(['s2', 's3']);
    points.replaceAll(AZURE, [aPoint('s9')], '2026-03-04T00:00:00Z');
    expect(ids({ at: AZURE })).toEqual(['s9']);
    expect(ids({ at: DRIVE_A })).toEqual(['s1']);
    expect([points.listedAt(AZURE), points.listedAt(DRIVE_A)]).toEqual(['2026-03-04T00:00:00Z', undefined]);
    points.remove(DRIVE_A, ['s1', 's7']);
    expect(ids()).toEqual(['s9']);
  });

  it('keeps proofs whatever happens to the points', () => {
    store.points.addProof(aProof('p1'));
    store.points.addProof(aProof('p2', { passed: false, ...DRIVE_A }));
    store.points.addProof(aProof('p3', { at: '2026-03-09T00:00:00Z', point: 'other' }));
    store.points.replaceAll(AZURE, [], '2026-03-04T00:00:00Z');
    const ids = (filter?: Parameters<Store['points']['proofs']>[0]): string[] => store.points.proofs(filter).map(({ id }) => id);
    expect(ids()).toEqual(['p3', 'p2', 'p1']);
    expect(ids({ source: 'dispensing', passed: true, limit: 1 })).toEqual(['p3']);
    expect(ids({ passed: false })).toEqual(['p2']);
    expect(ids({ at: DRIVE_A, source: 'dispensing' })).toEqual(['p2']);
    expect(ids({ point: 'p1' })).toEqual(['p2', 'p1']);
    expect(ids({ since: '2026-03-02T00:00:00Z' })).toEqual(['p3']);
  });

  it('keeps small facts with their dates', () => {
    const { notes } = store;
    const probe = { at: '2026-03-01T08:00:00Z', bytesPerSecondWritten: 1, bytesPerSecondRead: 2, canDestroy: false };
    notes.addProbe(AZURE, probe);
    notes.addProbe(AZURE, { ...probe, at: '2026-03-02T08:00:00Z' });
    expect(notes.probes(AZURE, 1)).toEqual([{ ...probe, at: '2026-03-02T08:00:00Z' }]);
    expect(notes.probes(DRIVE_A)).toEqual([]);
    notes.addCustody({ destination: 'usb', disk: 'a', at: '2026-03-01T08:00:00Z', event: 'attached' });
    notes.addCustody({ destination: 'usb', disk: 'a', at: '2026-03-01T18:00:00Z', event: 'released', person: 'Ana' });
    expect(notes.custody('usb').map(({ event }) => event)).toEqual(['released', 'attached']);
    const alert = { id: 'a1', key: 'k', code: 'too-old', severity: 'red' as const, raisedAt: '2026-03-01T08:00:00Z' };
    notes.putAlert(alert);
    notes.putAlert({ ...alert, id: 'a2' });
    notes.putAlert({ ...alert, clearedAt: '2026-03-01T09:00:00Z' });
    expect(notes.alerts().map(({ id }) => id)).toEqual(['a2', 'a1']);
    expect(notes.alerts({ open: true }).map(({ id }) => id)).toEqual(['a2']);
    notes.setNextDueAt('tier:critical', '2026-03-02T08:00:00Z');
    notes.setFlag('kept:p_1', 'yes');
    notes.setFlag('keptX', 'no');
    notes.setFlag('gone', 'x');
    notes.setFlag('gone', undefined);
    const again = reopened().notes;
    expect([again.nextDueAt('tier:critical'), again.nextDueAt('other')]).toEqual(['2026-03-02T08:00:00Z', undefined]);
    expect(again.flags('kept:')).toEqual({ 'kept:p_1': 'yes' });
    expect(again.flag('gone')).toBeUndefined();
  });

  function tamper(sql: string): void {
    const db = new Database(databaseIn(scratch.path));
    db.exec(sql);
    db.close();
  }
});

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('did not throw');
}
