import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { HostHooks } from '../../../../src/main/engine-host/index.ts';
import { Runs } from '../../../../src/main/jobs/index.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import { aPoint, aProof, aSource } from '../../../support/stored.ts';
import { aBackup, everythingGoesWell, gate, inShort, JobWorld, NAS, PLACES } from './job-world.ts';

let world: JobWorld;
let runs: Runs;
beforeEach(() => {
  world = new JobWorld();
  for (const place of PLACES) world.store.destinations.put(place);
  world.store.sources.put(aSource('dispensing'));
  runs = new Runs(world.surroundings);
  world.script = everythingGoesWell(world.time);
});
afterEach(() => world.close());

const backUp = async () => await runs.backUp({ trigger: 'manual' });

describe('maintenance', () => {
  const listed = [aPoint('old', { time: '2026-01-01T08:00:00.000Z' }), aPoint('new')].map(
    ({ destination: _destination, disk: _disk, witness: _w, ...one }) => ({
      ...one,
      installation: 'this-pc',
    }),
  );
  let pins: string[];
  beforeEach(() => {
    pins = [];
    world.script.listPoints = () => Promise.resolve(listed);
    world.script.maintain = (request) => {
      pins = request.pins.map(({ snapshot }) => snapshot);
      return Promise.resolve({ forgotten: ['old'], kept: [], locked: [], prune: undefined });
    };
  });
  const maintained = async () => {
    const { id, ended } = runs.maintain({ trigger: 'scheduled' }, [NAS]);
    await ended;
    return inShort(world.jobs(id)[0]!);
  };

  test('looks what is there before it says what must stay; what was forgotten is forgotten here too', async () => {
    world.store.points.addProof(aProof('1', { point: 'old', destination: 'nas' }));
    expect(await maintained()).toBe('maintenance nas completed');
    expect(new Set(pins)).toEqual(new Set(['old', 'new']));
    expect(world.store.points.list({ at: NAS }).map(({ snapshot }) => snapshot)).toEqual(['new']);
  });

  test('nothing is deleted after a take-over, until the day it is held to', async () => {
    world.store.notes.setFlag('deletions-held-until', '2026-03-31T08:00:00.000Z');
    expect(await maintained()).toBe('maintenance nas skipped deletions-held');
    world.time.sleep(31 * 24 * 60 * 60 * 1000);
    expect(await maintained()).toBe('maintenance nas completed');
  });

  test('nothing is deleted while the clock is not to be trusted, though it says that the hold is over', async () => {
    world.store.notes.setFlag('deletions-held-until', '2026-03-31T08:00:00.000Z');
    world.store.notes.setFlag('clock-trusted', 'false');
    world.time.jump(400 * 24 * 60 * 60 * 1000);
    expect(await maintained()).toBe('maintenance nas skipped clock-not-trusted');
    expect(world.asked).toEqual([]);
  });

  test('a credential that may not delete is no failure; a repository that cannot be listed is one, and nothing is deleted', async () => {
    world.script.maintain = () => Promise.reject(new LifeboatError('removal-not-permitted', { location: 'nas' }));
    expect(await maintained()).toBe('maintenance nas skipped removal-not-permitted');
    world.script.listPoints = () => Promise.reject(new LifeboatError('repository-not-found', { location: 'nas' }));
    world.store.points.add([aPoint('known', { destination: 'nas' })]);
    expect(await maintained()).toBe('maintenance nas failed');
    expect(world.store.points.list({ at: NAS }).map(({ snapshot }) => snapshot)).toContain('known');
  });
});

describe('other work', () => {
  test('a place that went away before its turn: the error says which and why', async () => {
    world.store.points.add([aPoint('p1', { destination: 'nas' })]);
    world.states['nas'] = { state: 'away' };
    const { id, ended } = runs.prove({ trigger: 'manual' }, [{ source: aSource('dispensing'), ref: NAS }]);
    expect((await ended).status).toBe('failed');
    expect(world.jobs(id)[0]?.error).toMatchObject({
      code: 'place-unreachable',
      data: { location: 'NAS', reason: 'away' },
      retryable: true,
    });
    world.states['nas'] = { state: 'credential-expired', since: '2026-01-01T00:00:00.000Z' };
    const again = runs.prove({ trigger: 'manual' }, [{ source: aSource('dispensing'), ref: NAS }]);
    await again.ended;
    expect(world.jobs(again.id)[0]?.error?.code).toBe('credential-refused');
  });

  test('a proof that found something wrong is on record, and its job failed', async () => {
    world.store.points.add([aPoint('p1', { destination: 'nas' })]);
    const result = {
      level: 'opened' as const,
      isSample: false,
      findings: [{ kind: 'damaged' as const, files: 1 }],
      compared: 0,
      seconds: 1,
      bytes: 9,
    };
    world.script.prove = () => Promise.resolve({ passed: false, ...result });
    const { id, ended } = runs.prove({ trigger: 'manual' }, [{ source: aSource('dispensing'), ref: NAS }]);
    await ended;
    expect(world.jobs(id)[0]).toMatchObject({ status: 'failed', error: { code: 'proof-failed', data: { findings: 1 } } });
    expect(world.store.points.proofs({ source: 'dispensing' })[0]).toMatchObject({ passed: false, point: 'p1', destination: 'nas' });
  });

  test('a seal that says nothing new is not saved twice', async () => {
    world.script.saveSeal = () => Promise.resolve({ snapshot: 'seal-1' });
    const seal = async () => {
      const { id, ended } = runs.seal({ trigger: 'follow-up' }, [NAS]);
      await ended;
      return inShort(world.jobs(id)[0]!);
    };
    expect([await seal(), await seal()]).toEqual(['seal nas completed', 'seal nas skipped nothing-new']);
  });

  test('checks read the next part each time, and damage is a failure', async () => {
    const parts: unknown[] = [];
    world.script.check = ({ readData }) => {
      parts.push(readData);
      return Promise.resolve({
        sound: parts.length < 2,
        snapshots: 1,
        bytesRead: 5,
        damagedFiles: [{ path: '/a' }],
        findings: [{ severity: 'error' }],
      } as never);
    };
    const first = await runs.check({ trigger: 'scheduled' }, [NAS]).ended;
    const second = runs.check({ trigger: 'scheduled' }, [NAS]);
    expect([first.status, (await second.ended).status]).toEqual(['completed', 'failed']);
    expect(parts).toEqual([
      { part: 1, of: 13 },
      { part: 2, of: 13 },
    ]);
    expect(world.jobs(second.id)[0]).toMatchObject({ error: { code: 'damage-found', data: { damaged: 1 } }, figures: { warnings: 1 } });
  });

  test('a restore that lost the engine is not begun again by itself', async () => {
    world.script.restore = () => Promise.reject(new LifeboatError('engine-died', { detail: 'killed' }, { retryable: true }));
    const item = { source: 'dispensing', destination: 'nas', snapshot: 's1', to: { way: 'in-place' as const }, include: [] };
    const { id, ended } = runs.restore({ trigger: 'manual' }, [item]);
    await ended;
    expect(world.jobs(id)[0]).toMatchObject({ kind: 'restore', status: 'failed', error: { code: 'engine-died' } });
    expect(world.asked).toEqual(['restore nas']);
    // It had put nothing aside yet: there is nothing to undo.
    expect(world.store.notes.restoreReports()).toEqual([]);
  });

  test('progress of a job is there while it works, and gone afterwards', async () => {
    world.onlyHere(NAS);
    const { pass, open, entered } = gate();
    world.script.backup = async (_: unknown, hooks: HostHooks = {}) => {
      hooks.onProgress?.({ kind: 'total', files: 1, bytes: 10 } as never);
      hooks.onProgress?.({ kind: 'total', files: 2, bytes: 20 } as never);
      await pass();
      return aBackup(world.time);
    };
    const { id, ended } = await backUp();
    await entered;
    const [job] = world.jobs(id);
    expect(runs.progressOf(job!.id)).toEqual([{ kind: 'total', files: 2, bytes: 20 }]);
    open();
    await ended;
    expect(runs.progressOf(job!.id)).toEqual([]);
  });
});
