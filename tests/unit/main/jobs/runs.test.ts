import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { HostBackupRequest, HostHooks } from '../../../../src/main/engine-host/index.ts';
import { Runs } from '../../../../src/main/jobs/index.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import { aPoint, aSource } from '../../../support/stored.ts';
import { aBackup, AZURE, everythingGoesWell, gate, inShort, JobWorld, NAS, PLACES } from './job-world.ts';

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
const done = async () => {
  const { id, ended } = await backUp();
  return { run: await ended, jobs: world.jobs(id).map(inShort) };
};

describe('a run of backups', () => {
  test('reads the source once and copies from there; all restore points are known afterwards', async () => {
    world.onlyHere(NAS, AZURE);
    const { run, jobs } = await done();
    expect(run).toMatchObject({ status: 'completed', trigger: 'manual' });
    expect(jobs).toEqual(['backup nas completed', 'copy azure completed', 'copy usb skipped destination-away']);
    expect(world.asked).toEqual(['backup nas', 'copy']);
    const [first, second] = world.store.points.list({ source: 'dispensing' });
    expect(first?.point).toBe(second?.point);
    expect(first?.snapshot).not.toBe(second?.snapshot);
  });

  test('is in the history before anybody hears of it, and its end too', async () => {
    world.onlyHere(NAS);
    const seen: unknown[] = [];
    world.events.listen((event) => {
      if (event.kind === 'run')
        seen.push([event.run.status, world.store.history.run(event.run.id)?.status, world.jobs(event.run.id).length]);
    });
    await done();
    expect(seen).toEqual([
      ['running', 'running', 3],
      ['completed', 'completed', 3],
    ]);
  });

  test('goes to the next place when it is the place that fails', async () => {
    world.onlyHere(NAS, AZURE);
    world.script.backup = ({ at }: HostBackupRequest) =>
      at.location === 'nas' ? Promise.reject(new LifeboatError('no-space', { path: '/mnt/nas' })) : Promise.resolve(aBackup(world.time));
    const { run, jobs } = await done();
    expect(run.status).toBe('failed');
    expect(jobs).toEqual([
      'backup nas failed',
      'copy azure skipped nothing-new',
      'copy usb skipped destination-away',
      'backup azure completed',
    ]);
  });

  test('does not go to the next place when it is the source that fails', async () => {
    world.onlyHere(NAS, AZURE);
    world.script.backup = () => Promise.reject(new LifeboatError('source-not-found', { path: '/srv/data' }));
    expect((await done()).jobs).toEqual(['backup nas failed', 'copy azure skipped nothing-new', 'copy usb skipped destination-away']);
    expect(world.asked).toEqual(['backup nas']);
  });

  test('one source that fails leaves the others alone', async () => {
    world.onlyHere(NAS);
    world.store.sources.put(aSource('scans', { tier: 'standard' }));
    world.script.backup = ({ source }: HostBackupRequest) =>
      source.id === 'dispensing'
        ? Promise.reject(new LifeboatError('source-not-found', { path: '/srv/data' }))
        : Promise.resolve(aBackup(world.time));
    expect((await done()).jobs.filter((job) => job.startsWith('backup'))).toEqual(['backup nas failed', 'backup nas completed']);
  });

  test('what the captures had to say are warnings of its job', async () => {
    world.onlyHere(NAS);
    const notes = [{ part: 'dispensing', code: 'copied-while-open' as never }];
    world.script.backup = () => Promise.resolve(aBackup(world.time, { notes }));
    const { id, ended } = await backUp();
    expect((await ended).status).toBe('completed-with-warnings');
    const [job] = world.jobs(id);
    expect(job?.figures.warnings).toBe(1);
    expect(world.store.history.warnings(job!.id)).toMatchObject([{ code: 'copied-while-open', path: 'dispensing' }]);
  });

  test('a slot in which nothing runs is on record', () => {
    const run = runs.skip({ trigger: 'scheduled', tier: 'critical', dueAt: new Date('2026-03-01T09:00:00Z') }, 'paused');
    expect(world.store.history.run(run.id)).toMatchObject({ status: 'skipped', tier: 'critical', dueAt: '2026-03-01T09:00:00.000Z' });
    expect(world.jobs(run.id).map(({ status, reason }) => [status, reason])).toEqual([['skipped', 'paused']]);
  });
});

describe('stopping', () => {
  const hanging = (): { entered: Promise<void> } => {
    const { pass, entered } = gate();
    world.script.backup = async (_: unknown, hooks: HostHooks = {}) => {
      await pass(hooks.signal);
      return aBackup(world.time);
    };
    return { entered };
  };

  test('a cancelled run ends as interrupted with all its jobs; nothing stays scheduled', async () => {
    world.onlyHere(NAS, AZURE);
    world.store.sources.put(aSource('scans', { tier: 'standard' }));
    const { entered } = hanging();
    const { id, ended } = await backUp();
    await entered;
    expect([runs.isWorking, runs.cancel(id), runs.cancel('another')]).toEqual([true, true, false]);
    expect((await ended).status).toBe('interrupted');
    expect(new Set(world.jobs(id).map(({ status }) => status))).toEqual(new Set(['interrupted', 'skipped']));
    expect([runs.isWorking, runs.cancel(id)]).toEqual([false, false]);
    expect(world.asked).toEqual(['backup nas']);
  });

  test('closing waits until every run is on record as ended, also those with work that has not begun', async () => {
    world.onlyHere(NAS, AZURE);
    const { entered } = hanging();
    world.store.points.add([aPoint('p1', { destination: 'nas' })]);
    const { pass } = gate();
    world.script.prove = async (_: unknown, hooks: HostHooks = {}) => {
      await pass(hooks.signal);
      throw new Error('not reached');
    };
    const source = aSource('dispensing');
    const started = [
      await backUp(),
      runs.prove(
        { trigger: 'manual' },
        [NAS, NAS, NAS].map((ref) => ({ source, ref })),
      ),
    ];
    await entered;
    await runs.close();
    for (const { id } of started) {
      expect(world.store.history.run(id)).toMatchObject({ status: 'interrupted' });
      expect(world.jobs(id).some(({ status }) => status === 'scheduled' || status === 'running')).toBe(false);
    }
    const late = runs.check({ trigger: 'manual' }, [NAS]);
    expect((await late.ended).status).toBe('interrupted');
  });

  test('a history that can no longer be written ends the run and rejects nothing', async () => {
    world.onlyHere(NAS);
    const { id, ended } = await backUp();
    world.store.history.updateJob = () => {
      throw new LifeboatError('no-space', { path: 'the store' });
    };
    world.store.history.updateRun = world.store.history.updateJob;
    expect((await ended).status).toBe('failed');
    expect([runs.isWorking, world.store.history.run(id)?.status]).toEqual([false, 'running']);
    await runs.close();
  });
});
