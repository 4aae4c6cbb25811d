import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Admission } from '../../../../src/main/jobs/admission.ts';
import { type JobWork, performJob } from '../../../../src/main/jobs/perform-job.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import { aJob, aRun } from '../../../support/stored.ts';
import { AZURE, gate, JobWorld, NAS, settle } from './job-world.ts';

let world: JobWorld;
let admission: Admission;
beforeEach(() => {
  world = new JobWorld();
  admission = new Admission();
  world.store.history.addRun(aRun('run'), [aJob('job', 'run', { status: 'scheduled' })]);
});
afterEach(() => world.close());

const perform = async (work: JobWork['work'], more: Partial<JobWork> = {}) =>
  await performJob(world.surroundings, admission, {
    job: 'job',
    uses: [{ ref: NAS, use: 'shared' }],
    signal: new AbortController().signal,
    work,
    ...more,
  });
const died = (): LifeboatError => new LifeboatError('engine-died', { detail: 'killed' }, { retryable: true });

describe('the life of a job', () => {
  test('is in the history before anybody hears of it', async () => {
    const seen: unknown[] = [];
    world.events.listen((event) => {
      if (event.kind === 'job') seen.push([event.job.status, world.store.history.job('job')?.status]);
    });
    await perform(() => Promise.resolve({ status: 'completed', snapshot: 'abc', figures: { files: 2 } }));
    expect(seen).toEqual([
      ['running', 'running'],
      ['completed', 'completed'],
    ]);
    expect(world.store.history.job('job')).toMatchObject({
      snapshot: 'abc',
      figures: { files: 2 },
      endedAt: world.time.now().toISOString(),
    });
  });

  test('a listener that throws harms nothing', async () => {
    world.events.listen(() => {
      throw new Error('a face broke');
    });
    expect((await perform(() => Promise.resolve({ status: 'completed' }))).status).toBe('completed');
  });

  test('warnings are kept and counted', async () => {
    const warnings = ['a', 'b'].map((path) => ({ code: 'file-unreadable', path }));
    await perform(() => Promise.resolve({ status: 'completed-with-warnings', warnings, figures: { files: 1 } }));
    expect(world.store.history.job('job')?.figures).toEqual({ files: 1, warnings: 2 });
    expect(world.store.history.warnings('job').map(({ path }) => path)).toEqual(['a', 'b']);
  });

  test('a failure is on record with its code', async () => {
    const error = new LifeboatError('no-space', { path: '/mnt/nas' });
    expect(await perform(() => Promise.reject(error))).toMatchObject({
      status: 'failed',
      error: { code: 'no-space', data: { path: '/mnt/nas' } },
    });
  });

  test('progress is told with its job and run', async () => {
    await perform((hooks) => {
      hooks.onProgress?.({ kind: 'phase', phase: 'reading' } as never);
      return Promise.resolve({ status: 'completed' });
    });
    expect(world.heard.find(({ kind }) => kind === 'progress')).toMatchObject({ job: 'job', run: 'run', progress: { kind: 'phase' } });
  });
});

describe('when the engine process dies', () => {
  test('the work is tried once more', async () => {
    let tries = 0;
    const job = await perform(() => (++tries === 1 ? Promise.reject(died()) : Promise.resolve({ status: 'completed' })));
    expect([tries, job.status]).toEqual([2, 'completed']);
  });

  test('and no third time', async () => {
    let tries = 0;
    const job = await perform(() => {
      tries += 1;
      return Promise.reject(died());
    });
    expect([tries, job.status, job.error?.code]).toEqual([2, 'failed', 'engine-died']);
  });

  test('nor what must not be begun again by itself', async () => {
    let tries = 0;
    const work = () => {
      tries += 1;
      return Promise.reject(died());
    };
    expect((await perform(work, { mayRepeat: false })).status).toBe('failed');
    expect(tries).toBe(1);
  });
});

describe('what stops a job', () => {
  test('a person: it was interrupted', async () => {
    const stop = new AbortController();
    const { pass, entered } = gate();
    const work: JobWork['work'] = async ({ signal }) => {
      await pass(signal);
      return { status: 'completed' };
    };
    const ended = perform(work, { signal: stop.signal });
    await entered;
    stop.abort();
    expect(await ended).toMatchObject({ status: 'interrupted' });
    expect((await ended).error).toBeUndefined();
  });

  test('before it began: it does not begin', async () => {
    let isBegun = false;
    const work: JobWork['work'] = () => {
      isBegun = true;
      return Promise.resolve({ status: 'completed' });
    };
    expect((await perform(work, { signal: AbortSignal.abort() })).status).toBe('interrupted');
    expect(isBegun).toBe(false);
    expect(world.store.history.job('job')?.startedAt).toBeUndefined();
  });

  test('other work: maintenance parks, and the other comes in', async () => {
    const { pass, entered } = gate();
    const work: JobWork['work'] = async ({ signal }) => {
      await pass(signal);
      return { status: 'completed' };
    };
    const parked = perform(work, { uses: [{ ref: NAS, use: 'exclusive' }] });
    await entered;
    const { leave } = await admission.enter('nas', 'shared');
    leave();
    expect(await parked).toMatchObject({ status: 'skipped', reason: 'parked' });
  });
});

test('a repository that the job finds it needs is entered too, and left at its end', async () => {
  const { leave } = await admission.enter('azure', 'exclusive');
  const order: string[] = [];
  const ended = perform(async ({ enter }) => {
    await enter(AZURE);
    order.push('entered');
    return { status: 'completed' };
  });
  await settle();
  order.push('left');
  leave();
  await ended;
  expect(order).toEqual(['left', 'entered']);
  for (const name of ['nas', 'azure']) (await admission.enter(name, 'exclusive')).leave();
});

test('a repository is left when the history cannot be written', async () => {
  world.store.history.updateJob = () => {
    throw new LifeboatError('no-space', { path: 'the store' });
  };
  await expect(perform(() => Promise.resolve({ status: 'completed' }))).rejects.toThrow();
  (await admission.enter('nas', 'exclusive')).leave();
});
