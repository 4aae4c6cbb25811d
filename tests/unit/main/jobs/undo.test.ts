import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { HostUndoRequest } from '../../../../src/main/engine-host/index.ts';
import { Runs } from '../../../../src/main/jobs/index.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import type { RestoreReport } from '../../../../src/shared/model/restore.ts';
import { aSource } from '../../../support/stored.ts';
import { aBackup, everythingGoesWell, gate, inShort, JobWorld, NAS, PLACES } from './job-world.ts';

const RESTORE = 'restore-1';

let world: JobWorld;
let runs: Runs;
/** Parts that were undone, in order. */
let undone: string[];
beforeEach(() => {
  world = new JobWorld();
  for (const place of PLACES) world.store.destinations.put(place);
  for (const id of ['dispensing', 'scans']) world.store.sources.put(aSource(id));
  runs = new Runs(world.surroundings);
  undone = [];
  world.script = { ...everythingGoesWell(world.time), undoRestore: async ({ part }) => await Promise.resolve(void undone.push(part)) };
  world.store.notes.putRestoreReport(report());
});
afterEach(() => world.close());

/** Two parts that replaced something, one that did not. */
function report(more: Partial<RestoreReport> = {}): RestoreReport {
  const part = (name: string, kept?: string) => ({
    part: name,
    place: `/srv/${name}`,
    ...(kept && { kept }),
    compared: 1,
    differences: [],
  });
  const at = world.time.now().toISOString();
  const figures = { filesRestored: 1, filesVerified: 1, bytes: 1, seconds: 1 };
  const parts = [part('first', '/kept/first'), part('new'), part('last', '/kept/last')];
  return {
    job: RESTORE,
    source: 'dispensing',
    point: 'p1',
    pointTime: at,
    at,
    way: 'in-place',
    parts,
    keptIn: '/kept',
    ...figures,
    ...more,
  };
}

const undo = async () => {
  const { id, ended } = runs.undo({ trigger: 'manual', person: 'ana' }, RESTORE);
  return { run: await ended, jobs: world.jobs(id) };
};
const noted = () => world.store.notes.restoreReport(RESTORE);

describe('undoing a restore', () => {
  test('is a run of its own: the last part first, on record, and only once', async () => {
    const { run, jobs } = await undo();
    expect(run).toMatchObject({ trigger: 'manual', person: 'ana', status: 'completed' });
    expect(jobs).toMatchObject([{ kind: 'undo', source: 'dispensing', status: 'completed' }]);
    expect(undone).toEqual(['last', 'first']);
    expect(noted()?.undoneAt).toBeDefined();
    expect(() => runs.undo({ trigger: 'manual' }, RESTORE)).toThrow(expect.objectContaining({ code: 'value-invalid' }));
  });

  test.each([undefined, { parts: [] }, { undoneAt: '2026-11-30T00:00:00Z' }])('refuses what cannot be undone: %j', (more) => {
    if (more === undefined) world.store.notes.removeRestoreReport(RESTORE);
    else world.store.notes.putRestoreReport(report(more));
    expect(() => runs.undo({ trigger: 'manual' }, RESTORE)).toThrow(expect.objectContaining({ code: 'value-invalid' }));
    expect(world.store.history.runs()).toEqual([]);
  });

  test('goes on after a break where it broke off', async () => {
    world.script.undoRestore = async ({ part }: HostUndoRequest) => {
      if (part === 'first') throw new LifeboatError('source-in-use', { path: '/srv/first' });
      return await Promise.resolve(void undone.push(part));
    };
    expect((await undo()).jobs).toMatchObject([{ status: 'failed', error: { code: 'source-in-use' } }]);
    expect(noted()?.undoneAt).toBeUndefined();
    world.script.undoRestore = async ({ part }) => await Promise.resolve(void undone.push(part));
    expect((await undo()).run.status).toBe('completed');
    expect(undone).toEqual(['last', 'first']);
  });

  test('takes a part that is back already, but was not on record as that, for done; else it is missed', async () => {
    const missing = new LifeboatError('database-missing', { place: 'localhost', name: 'pharmacy_before' });
    world.script.undoRestore = async ({ part }: HostUndoRequest) => {
      if (part === 'last') throw missing;
      return await Promise.resolve(void undone.push(part));
    };
    expect((await undo()).jobs).toMatchObject([{ status: 'failed', error: { code: 'database-missing' } }]);
    // From now on it is on record that its undo was begun.
    expect((await undo()).run.status).toBe('completed');
    expect(undone).toEqual(['first']);
  });

  test('can be cancelled, and asked for again', async () => {
    const { pass, entered } = gate();
    world.script.undoRestore = async (_request, hooks) => await pass(hooks?.signal);
    const { id, ended } = runs.undo({ trigger: 'manual' }, RESTORE);
    await entered;
    expect(runs.cancel(id)).toBe(true);
    expect((await ended).status).toBe('interrupted');
    world.script.undoRestore = async ({ part }) => await Promise.resolve(void undone.push(part));
    expect((await undo()).run.status).toBe('completed');
  });
});

describe('one source at a time', () => {
  const item = { source: 'dispensing', destination: 'nas', snapshot: 's1', to: { way: 'in-place' as const }, include: [] };

  test('an undo, a restore and a backup of a source wait for each other; another source does not', async () => {
    world.onlyHere(NAS);
    const { pass, open, entered } = gate();
    const order: string[] = [];
    world.script.undoRestore = async ({ part }) => {
      order.push(`undo ${part}`);
      await pass();
    };
    world.script.restore = () =>
      Promise.reject(new LifeboatError('path-not-found', { path: String(order.push('restore')), snapshot: 's1' }));
    world.script.backup = ({ source }) => {
      order.push(`backup ${source.id}`);
      return Promise.resolve(aBackup(world.time));
    };
    const first = runs.undo({ trigger: 'manual' }, RESTORE);
    await entered;
    const second = runs.restore({ trigger: 'manual' }, [item]);
    const third = await runs.backUp({ trigger: 'manual', sources: ['dispensing'] });
    await (await runs.backUp({ trigger: 'manual', sources: ['scans'] })).ended;
    expect(order).toEqual(['undo last', 'backup scans']);
    open();
    await Promise.all([first.ended, second.ended, third.ended]);
    expect(order).toEqual(['undo last', 'backup scans', 'undo first', 'restore', 'backup dispensing']);
  });

  test('who is cancelled while it waits ends at once, and whoever waits behind it still waits', async () => {
    world.onlyHere(NAS);
    const { pass, open, entered } = gate();
    world.script.undoRestore = async () => await pass();
    const first = runs.undo({ trigger: 'manual' }, RESTORE);
    await entered;
    const second = await runs.backUp({ trigger: 'manual', sources: ['dispensing'] });
    const third = await runs.backUp({ trigger: 'manual', sources: ['dispensing'] });
    runs.cancel(second.id);
    expect((await second.ended).status).toBe('interrupted');
    expect(world.jobs(third.id).map(inShort)).toContain('backup nas scheduled');
    open();
    await first.ended;
    expect((await third.ended).status).toBe('completed');
  });
});
