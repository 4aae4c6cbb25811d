import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { HostBackupRequest, HostHooks } from '../../../../src/main/engine-host/index.ts';
import { Runs, type StartedRun } from '../../../../src/main/jobs/index.ts';
import { createScheduler, type Scheduler } from '../../../../src/main/scheduler/index.ts';
import { WEEKDAYS } from '../../../../src/shared/model/schedule.ts';
import { defaultSettings } from '../../../../src/shared/model/tier-defaults.ts';
import { aSource } from '../../../support/stored.ts';
import { aBackup, everythingGoesWell, gate, JobWorld, NAS, PLACES, settle } from './job-world.ts';

const HOUR = 60 * 60_000;
const HOURS = Object.fromEntries(WEEKDAYS.map((day) => [day, [{ from: '09:00', to: '18:00' }]]));

/** As Windows ends a session, or the PC goes to sleep, while a backup is on. */
describe('runs that are parked', () => {
  let world: JobWorld;
  let runs: Runs;
  let scheduler: Scheduler;
  let started: StartedRun[];
  beforeEach(async () => {
    world = new JobWorld();
    const { store, time } = world;
    for (const place of PLACES) store.destinations.put(place);
    world.onlyHere(NAS);
    store.sources.put(aSource('dispensing'));
    store.pharmacy.set({ name: 'Main St', timeZone: 'America/Chicago', language: 'en', openingHours: HOURS });
    store.settings.set(defaultSettings(HOURS));
    runs = new Runs(world.surroundings);
    world.script = everythingGoesWell(time);
    started = [];
    scheduler = createScheduler({
      store,
      clock: time,
      ticks: { start: () => () => undefined },
      onDue: async (due) => {
        if (due.kind === 'backup') started.push(await runs.backUp(due));
      },
    });
    await scheduler.start();
    for (const { ended } of started.splice(0)) await ended;
  });
  afterEach(async () => {
    scheduler.close();
    await runs.close();
    world.close();
  });

  /** A backup that goes on until it is stopped. */
  function hanging(): Promise<void> {
    const { pass, entered } = gate();
    world.script.backup = async (_request: HostBackupRequest, hooks: HostHooks = {}) => {
      await pass(hooks.signal);
      return aBackup(world.time);
    };
    return entered;
  }

  /** Lets time pass until a tier is due; the run that began. */
  async function nextRun(): Promise<StartedRun> {
    for (let hours = 0; started.length === 0; hours++) {
      if (hours === 48) throw new Error('nothing became due');
      world.time.sleep(HOUR);
      await scheduler.look('tick');
      await settle();
    }
    return started.shift() as StartedRun;
  }

  test('end as interrupted, with nothing left open, and are made up for at the next look', async () => {
    const entered = hanging();
    const { id } = await nextRun();
    await entered;
    const slot = world.store.history.run(id);
    await runs.park();
    expect(runs.isWorking).toBe(false);
    expect(world.store.history.run(id)).toMatchObject({ status: 'interrupted', endedAt: world.time.now().toISOString() });
    expect(world.jobs(id).some(({ status }) => status === 'scheduled' || status === 'running')).toBe(false);
    world.script = everythingGoesWell(world.time);
    await scheduler.look('resume');
    await settle();
    expect(started).toHaveLength(1);
    const again = await (started[0] as StartedRun).ended;
    expect(again).toMatchObject({ status: 'completed', tier: slot?.tier, dueAt: slot?.dueAt });
    started.length = 0;
    await scheduler.look('resume');
    expect(started).toEqual([]);
  });

  test('are not begun anew when a person had begun them: that person sees that they ended', async () => {
    const entered = hanging();
    const { id } = await runs.backUp({ trigger: 'manual' });
    await entered;
    await runs.park();
    expect(world.store.history.run(id)).toMatchObject({ status: 'interrupted' });
    await scheduler.look('resume');
    expect(started).toEqual([]);
  });

  test('are none when nothing is on, and later ones begin as ever', async () => {
    await runs.park();
    const { ended } = await runs.backUp({ trigger: 'manual' });
    expect(await ended).toMatchObject({ status: 'completed' });
  });
});
