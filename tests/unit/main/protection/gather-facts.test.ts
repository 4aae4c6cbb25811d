import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FACT_FLAGS, gatherFacts, type Surroundings } from '../../../../src/main/protection/index.ts';
import type { Store } from '../../../../src/main/store/index.ts';
import { destinationSchema } from '../../../../src/shared/model/destination.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { aJob, aPoint, aProof, aRun, aSource, storeIn } from '../../../support/stored.ts';
import { AZURE, DRIVE_A, HOURS, NOW, probe } from './healthy-facts.ts';

describe('facts read from the store', () => {
  let scratch: Scratch;
  let store: Store;
  const around = (more: Partial<Surroundings> = {}): Surroundings => ({
    now: new Date(NOW),
    states: new Map([
      ['azure', 'here'],
      ['usb/drive-a', 'away'],
    ]),
    credentialEnds: new Map([['azure', '2026-09-01T00:00:00.000Z']]),
    engine: 'running',
    vault: 'fine',
    ...more,
  });

  beforeEach(() => {
    scratch = scratchFolder();
    ({ store } = storeIn(scratch.path, new ManualTime({ wall: NOW })));
    store.pharmacy.set({ name: 'Main St', timeZone: 'America/Chicago', language: 'en', openingHours: HOURS });
    store.sources.put(aSource('dispensing'));
    store.destinations.put(
      destinationSchema.parse({
        id: 'usb',
        name: 'Disks',
        kind: 'usb-set',
        site: 'on-site',
        isolation: 'offline',
        disks: [{ id: 'drive-a', label: 'Drive A', marker: 'x'.repeat(16) }],
      }),
    );
    store.destinations.put(
      destinationSchema.parse({
        id: 'azure',
        name: 'Cloud',
        kind: 'azure',
        site: 'off-site',
        isolation: 'online',
        account: 'a',
        container: 'c',
      }),
    );
  });
  afterEach(() => {
    store.close();
    scratch.remove();
  });

  test('of a source: its jobs, what was in it, its copies and proofs', () => {
    const at = (hour: number): string => `2026-07-08T${hour}:00:00.000Z`;
    store.history.addRun(aRun('r1'), [
      aJob('j1', 'r1', { ...DRIVE_A, endedAt: at(14) }),
      aJob('j2', 'r1', { kind: 'copy', endedAt: at(15) }),
      aJob('j3', 'r1', { ...AZURE, status: 'failed', endedAt: at(16), error: { code: 'no-space', data: {}, retryable: false } }),
    ]);
    store.points.add([
      aPoint('p1', { ...DRIVE_A, time: at(14) }),
      aPoint('p1b', { point: 'p1', time: at(14) }),
      aPoint('p0', { time: at(13) }),
    ]);
    store.points.addProof(aProof('x1', { point: 'p0', at: at(15) }));
    store.points.addProof(aProof('x2', { point: 'p1', at: at(16), passed: false, findings: [{ kind: 'damaged', files: 1 }] }));
    store.notes.setFlag(FACT_FLAGS.shrinkAcceptedAt('dispensing'), at(10));
    const [source] = gatherFacts(store, around()).sources;
    expect(source).toMatchObject({ id: 'dispensing', tier: 'critical', movesDaily: true, isRunning: false, shrinkAcceptedAt: at(10) });
    expect([source?.lastSuccess?.at, source?.lastFailure?.at, source?.lastAttempt?.at]).toEqual([at(14), at(16), at(16)]);
    expect(source?.states.map(({ time }) => time)).toEqual([at(14), at(13)]);
    const [onDisk, inCloud] = source?.copies ?? [];
    expect(onDisk?.points.map(({ point, passed }) => [point, passed])).toEqual([['p1', undefined]]);
    expect(inCloud?.points.map(({ point, passed }) => [point, passed])).toEqual([
      ['p1', false],
      ['p0', true],
    ]);
    expect(inCloud?.lastProof).toMatchObject({ point: 'p1', passed: false, findings: ['damaged'] });
    expect(inCloud?.lastPassed).toMatchObject({ point: 'p0', pointTime: at(13) });
    expect(inCloud?.lastJob?.status).toBe('failed');
  });

  test('of places: where they are, when they were seen, what went wrong', () => {
    store.notes.addCustody({ destination: 'usb', disk: 'drive-a', at: '2026-07-07T23:30:00.000Z', event: 'detached' });
    store.notes.addProbe(AZURE, probe());
    store.notes.setFlag(FACT_FLAGS.otherWriterAt('azure'), NOW);
    store.history.addRun(aRun('r1'), [
      aJob('c1', 'r1', { kind: 'check', status: 'failed', endedAt: NOW, error: { code: 'damage-found', data: {}, retryable: false } }),
      aJob('m1', 'r1', { kind: 'maintenance', status: 'skipped', reason: 'removal-not-permitted', endedAt: NOW }),
      aJob('k1', 'r1', { kind: 'copy', status: 'skipped', reason: 'quiet-hours', endedAt: NOW }),
    ]);
    const [disk, cloud] = gatherFacts(store, around()).places;
    expect(disk).toMatchObject({
      ...DRIVE_A,
      state: 'away',
      awayLimitDays: 7,
      lastSeenAt: '2026-07-07T23:30:00.000Z',
      lastDetachedAt: '2026-07-07T23:30:00.000Z',
    });
    expect(cloud).toMatchObject({
      ...AZURE,
      state: 'here',
      lastSeenAt: NOW,
      credentialEndsAt: '2026-09-01T00:00:00.000Z',
      otherWriterAt: NOW,
      lastJobs: [],
    });
    expect(cloud?.lastCheck?.error?.code).toBe('damage-found');
    expect(cloud?.lastMaintenance?.reason).toBe('removal-not-permitted');
    expect(cloud?.probes).toEqual([probe()]);
  });

  test('of people, kit and the app itself', () => {
    const person = { id: 'ana', name: 'Ana', role: 'owner', email: 'ana@example.com', isNotified: true } as const;
    store.people.put({ ...person, emailConfirmedAt: NOW });
    store.people.put({ ...person, id: 'ben' });
    store.notes.setFlag(FACT_FLAGS.unprotected, '2');
    store.notes.setFlag(FACT_FLAGS.clockTrusted, 'false');
    const facts = gatherFacts(store, around({ vault: 'missing', kitContentsDigest: 'd' }));
    expect(facts.people).toEqual({ reachable: 1 });
    expect(facts.kit).toEqual({ records: [], tests: [], contentsDigest: 'd' });
    expect(facts.owner).toMatchObject({ engine: 'running', vault: 'missing', isClockTrusted: false, unprotected: 2 });
    expect(facts.tiers.map(({ tier }) => tier)).toEqual(['critical', 'important', 'standard']);
  });
});
