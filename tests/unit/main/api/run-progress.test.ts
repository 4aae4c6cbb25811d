import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createRouterClient } from '@orpc/server';
import { type AppServices, createApi } from '../../../../src/main/api/index.ts';
import type { Store } from '../../../../src/main/store/index.ts';
import type { Progress } from '../../../../src/shared/model/progress.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { aJob, aRun, storeIn } from '../../../support/stored.ts';

let scratch: Scratch;
let store: Store;
let facts: Progress[];
beforeEach(() => {
  scratch = scratchFolder();
  ({ store } = storeIn(scratch.path));
  store.history.addRun(aRun('r'), [
    aJob('done', 'r', { endedAt: '2026-03-01T08:01:00.000Z' }),
    aJob('now', 'r', { kind: 'copy', status: 'running' }),
    aJob('later', 'r', { kind: 'copy', status: 'scheduled' }),
    aJob('failed', 'r', { kind: 'copy', status: 'failed', destination: 'usb', disk: 'a', endedAt: '2026-03-01T08:02:00.000Z' }),
  ]);
});
afterEach(() => {
  store.close();
  scratch.remove();
});

function client() {
  const services = { store, runs: { progressOf: (job: string) => (job === 'now' ? facts : []) } } as unknown as AppServices;
  return createRouterClient(createApi(services), { context: { person: undefined, may: () => true } });
}

it('a run’s progress is its jobs at work and how many have ended', async () => {
  facts = [
    { kind: 'phase', phase: 'copying' },
    { kind: 'total', files: 2, bytes: 20 },
    { kind: 'waiting', code: 'place-unreachable', seconds: 4 },
    { kind: 'done', files: 1, bytes: 10 },
  ];
  const progress = await client().runs.progress({ id: 'r' });
  expect(progress).toMatchObject({ status: 'running', ended: 2, all: 4 });
  expect(progress.atWork).toHaveLength(1);
  expect(progress.atWork[0]).toMatchObject({ job: { id: 'now' }, phase: 'copying', done: { bytes: 10 }, total: { bytes: 20 } });
  // What was done since ended the waiting.
  expect(progress.atWork[0]?.waiting).toBeUndefined();
});

it('a job that waits for its place says so until something is done', async () => {
  facts = [
    { kind: 'done', files: 1, bytes: 10 },
    { kind: 'waiting', code: 'place-unreachable', seconds: 4 },
  ];
  const { atWork } = await client().runs.progress({ id: 'r' });
  expect(atWork[0]?.waiting).toEqual({ code: 'place-unreachable', seconds: 4 });
});

it('the newest failed run is found by kind and place', async () => {
  expect(await client().runs.lastFailed({ kinds: ['copy'], destination: 'usb', disk: 'a' })).toEqual({ run: 'r' });
  expect(await client().runs.lastFailed({ kinds: ['proof'] })).toEqual({ run: undefined });
});
