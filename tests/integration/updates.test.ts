import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { OpenedApp } from '../../src/main/app.ts';
import { systemClock } from '../../src/main/clock.ts';
import { Updates } from '../../src/main/electron/updates/updates.ts';
import { until } from '../contract/electron/promise.ts';
import { openOwner } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

describe('updates, as a face asks for them', () => {
  let scratch: Scratch;
  let app: OpenedApp;
  let version: string | undefined;
  let isWorking: boolean;
  let tellPercent: (percent: number) => void;
  let fetched: PromiseWithResolvers<void>;
  const installed: string[] = [];
  beforeEach(async () => {
    scratch = scratchFolder();
    version = '9.9.9';
    isWorking = false;
    installed.length = 0;
    fetched = Promise.withResolvers<void>();
    const updates = new Updates({
      source: {
        check: () => Promise.resolve(version),
        download: async (onPercent) => {
          tellPercent = onPercent;
          await fetched.promise;
        },
        install: () => installed.push('installed'),
      },
      isWorking: () => isWorking,
      clock: systemClock,
    });
    app = await openOwner(join(scratch.path, 'profile'), { updates });
  });
  afterEach(async () => {
    await app.close();
    scratch.remove();
  });

  async function follow(changes: AsyncIterable<{ what: string }>, heard: string[]): Promise<void> {
    for await (const { what } of changes) heard.push(what);
  }

  it('go step by step: looked for, fetched with a percentage that moves, installed', async () => {
    const { updates, status } = app.client();
    expect(await updates.state()).toEqual({ kind: 'current' });
    const heard: string[] = [];
    void follow(await status.changes(), heard);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await updates.check()).toEqual({ kind: 'available', version: '9.9.9' });
    const fetching = updates.download();
    const percents: unknown[] = [];
    for (const percent of [0, 12.7, 63.2]) {
      if (percent > 0) tellPercent(percent);
      await until(() => heard.splice(0).includes('updates'));
      percents.push(await updates.state());
    }
    expect(percents).toEqual([0, 12, 63].map((percent) => ({ kind: 'downloading', version: '9.9.9', percent })));
    fetched.resolve();
    expect(await fetching).toEqual({ kind: 'ready', version: '9.9.9' });
    isWorking = true;
    expect(await updates.install()).toEqual({ installs: false });
    isWorking = false;
    expect(await updates.install()).toEqual({ installs: true });
    expect(installed).toEqual(['installed']);
  });

  it('of an owner with a window of its own are nobody else’s to carry out', async () => {
    const { updates } = app.client();
    const wishes = await updates.wishes();
    expect((await wishes.next()).done).toBe(true);
    await updates.report({ kind: 'ready', version: '6.6.6' });
    expect(await updates.state()).toEqual({ kind: 'current' });
  });

  it('say what went wrong, and can be asked for again', async () => {
    const { updates } = app.client();
    await updates.check();
    const fetching = updates.download();
    fetched.reject(new Error('not signed by us'));
    expect(await fetching).toEqual({ kind: 'failed', detail: 'not signed by us' });
    version = undefined;
    expect(await updates.check()).toMatchObject({ kind: 'current', checkedAt: expect.any(String) });
  });

  it('are not possible where nothing can bring them', async () => {
    const plain = await openOwner(join(scratch.path, 'plain'));
    const { updates } = plain.client();
    const state = { kind: 'not-possible', reason: 'not-installed' };
    expect([await updates.state(), await updates.check(), await updates.download(), await updates.install()]).toEqual([
      state,
      state,
      state,
      { installs: false },
    ]);
    await plain.close();
  });
});
