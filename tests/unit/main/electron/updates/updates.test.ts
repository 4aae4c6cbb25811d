import { describe, expect, it } from '@jest/globals';
import { whyNot } from '../../../../../src/main/electron/updates/possible.ts';
import { Updates } from '../../../../../src/main/electron/updates/updates.ts';

const CLOCK = { now: () => new Date('2026-11-24T16:00:00Z'), uptime: () => 0 };

function made({ version, isWorking = false, fails }: { version?: string; isWorking?: boolean; fails?: 'check' | 'download' } = {}) {
  const did: string[] = [];
  const going = Promise.withResolvers<void>();
  const updates = new Updates({
    source: {
      check: async () => {
        did.push('check');
        if (fails === 'check') throw new Error('net::ERR_NAME_NOT_RESOLVED');
        return await Promise.resolve(version);
      },
      download: async (onPercent) => {
        did.push('download');
        onPercent(41.7);
        await going.promise;
        if (fails === 'download') throw new Error('not signed by us');
      },
      install: () => did.push('install'),
    },
    isWorking: () => isWorking,
    clock: CLOCK,
  });
  return { updates, did, finish: () => going.resolve() };
}

describe('updates', () => {
  it('do nothing by themselves', () => {
    const { updates, did } = made({ version: '0.2.0' });
    expect(updates.state()).toEqual({ kind: 'current' });
    expect(updates.install()).toBe(false);
    expect(did).toEqual([]);
  });

  it('are looked for, fetched and installed, each when a person asks', async () => {
    const { updates, did, finish } = made({ version: '0.2.0' });
    expect(await updates.download()).toEqual({ kind: 'current' });
    expect(await updates.check()).toEqual({ kind: 'available', version: '0.2.0' });
    const download = updates.download();
    expect(updates.state()).toEqual({ kind: 'downloading', version: '0.2.0', percent: 41 });
    expect(await updates.check()).toMatchObject({ kind: 'downloading' });
    finish();
    expect(await download).toEqual({ kind: 'ready', version: '0.2.0' });
    expect(await updates.check()).toMatchObject({ kind: 'ready' });
    expect(updates.install()).toBe(true);
    expect(did).toEqual(['check', 'download', 'install']);
  });

  it('say when it was last looked and nothing was there', async () => {
    expect(await made().updates.check()).toEqual({ kind: 'current', checkedAt: '2026-11-24T16:00:00.000Z' });
  });

  it('are not installed over work', async () => {
    const { updates, did, finish } = made({ version: '0.2.0', isWorking: true });
    await updates.check();
    finish();
    await updates.download();
    expect(updates.install()).toBe(false);
    expect(did).not.toContain('install');
  });

  it('are one step, however often it is clicked', async () => {
    const { updates, did } = made({ version: '0.2.0' });
    await Promise.all([updates.check(), updates.check()]);
    expect(did).toEqual(['check']);
  });

  it.each(['check', 'download'] as const)('say when a %s failed, and can be tried again', async (fails) => {
    const { updates, finish } = made({ version: '0.2.0', fails });
    finish();
    await updates.check();
    await updates.download();
    expect(updates.state()).toMatchObject({ kind: 'failed' });
    expect(updates.install()).toBe(false);
    await updates.check();
    expect(updates.state().kind).toBe(fails === 'check' ? 'failed' : 'available');
  });
});

describe('whether a build can update itself', () => {
  const base = { isPackaged: true, platform: 'win32', configuration: 'provider: generic\npublisherName:\n  - Lifeboat\n' } as const;
  it.each([
    [base, undefined],
    [{ ...base, configuration: 'publisherName: Lifeboat' }, undefined],
    [{ ...base, isPackaged: false }, 'not-installed'],
    [{ ...base, configuration: undefined }, 'not-signed'],
    [{ ...base, configuration: 'provider: generic\nurl: https://x\n' }, 'not-signed'],
    [{ ...base, configuration: 'publisherName:\nurl: x\n' }, 'not-signed'],
    [{ ...base, platform: 'linux' }, 'by-packages'],
  ] as const)('%j: %s', (build, reason) => {
    expect(whyNot(build)?.reason).toBe(reason);
  });
});
