import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { HostCopyRequest, HostHooks } from '../../../../src/main/engine-host/index.ts';
import { Runs } from '../../../../src/main/jobs/index.ts';
import { aPoint, aSource } from '../../../support/stored.ts';
import { AZURE, DRIVE_A, everythingGoesWell, gate, inShort, JobWorld, NAS, PLACES, settle } from './job-world.ts';

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

describe('copies', () => {
  test('bring what is newer than all that is there, from the nearest place that has the newest', async () => {
    world.onlyHere(NAS, DRIVE_A, AZURE);
    // Azure never forgets; the disk has forgotten what is old.
    world.store.points.add(
      ['2025-01-01', '2025-02-01', '2026-02-01'].map((date) => aPoint(`${date} at azure`, { point: date, time: `${date}T08:00:00.000Z` })),
    );
    world.store.points.add([
      aPoint('2026-02-01 at usb', { point: '2026-02-01', time: '2026-02-01T08:00:00.000Z', destination: 'usb', disk: 'a' }),
    ]);
    const copied: HostCopyRequest[] = [];
    const { copy } = world.script;
    world.script.copy = async (request, hooks) => {
      copied.push(request);
      return await copy!(request, hooks);
    };
    await done();
    const toDisk = copied.find(({ to }) => to.location === 'usb/a');
    expect(toDisk?.from.location).toBe('nas');
    expect(toDisk?.snapshots).toHaveLength(1);
  });

  test('a new disk gets everything there is', async () => {
    world.onlyHere(NAS, DRIVE_A);
    world.store.points.add(
      ['2026-01-01', '2026-02-01'].map((date) => aPoint(`s${date}`, { time: `${date}T08:00:00.000Z`, destination: 'nas' })),
    );
    const { id, ended } = await backUp();
    await ended;
    expect(world.jobs(id).find(({ kind }) => kind === 'copy')?.figures.snapshots).toBe(3);
  });

  test('of which nothing arrived whole have failed', async () => {
    world.onlyHere(NAS, AZURE);
    world.script.copy = ({ snapshots = [] }: HostCopyRequest) =>
      Promise.resolve({ copied: [], damaged: snapshots, bytesCopied: 0, bytesStored: 0 });
    const { run, jobs } = await done();
    expect([run.status, jobs[1]]).toEqual(['failed', 'copy azure failed']);
    expect(world.store.points.list({ at: AZURE })).toEqual([]);
  });

  test('a copy that waits does what a later one would: the later one is superseded', async () => {
    world.onlyHere(NAS, AZURE);
    const line = gate();
    const { copy } = world.script;
    world.script.copy = async (request, hooks) => {
      await line.pass();
      return await copy!(request, hooks);
    };
    const first = await backUp();
    await line.entered;
    const [second, third] = [await backUp(), await backUp()];
    await settle();
    await settle();
    line.open();
    for (const { ended } of [first, second, third]) expect((await ended).status).toBe('completed');
    const copyOf = (run: string) => world.jobs(run).find(({ kind, destination }) => kind === 'copy' && destination === 'azure')!;
    expect([first, second, third].map(({ id }) => copyOf(id).reason)).toEqual([undefined, undefined, 'superseded']);
    expect(copyOf(second.id).figures.snapshots).toBe(2);
    expect(world.store.points.list({ at: AZURE })).toHaveLength(3);
  });

  test('maintenance of the place they read from parks for them', async () => {
    world.onlyHere(NAS, AZURE);
    const line = gate();
    const tidy = gate();
    const { copy } = world.script;
    world.script.copy = async (request, hooks) => {
      await line.pass();
      return await copy!(request, hooks);
    };
    world.script.listPoints = () => Promise.resolve([]);
    let isTidying = false;
    world.script.maintain = async (_: unknown, hooks: HostHooks = {}) => {
      isTidying = true;
      await tidy.pass(hooks.signal);
      return { forgotten: [], kept: [], locked: [], prune: undefined };
    };
    const backup = await backUp();
    await line.entered;
    const maintenance = runs.maintain({ trigger: 'scheduled' }, [NAS]);
    await settle();
    expect(isTidying).toBe(false);
    line.open();
    await backup.ended;
    await tidy.entered;
    tidy.open();
    expect((await maintenance.ended).status).toBe('completed');
  });
});
