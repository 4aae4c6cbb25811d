import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenedApp } from '../../src/main/app.ts';
import { systemClock } from '../../src/main/clock.ts';
import type { Drive } from '../../src/main/places/index.ts';
import type { Destination, DestinationOf } from '../../src/shared/model/destination.ts';
import { hostInProcess } from '../support/host-in-process.ts';
import { ended, openOwner, setUp, smallSources } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

describe('a place that is changed', () => {
  let scratch: Scratch;
  let app: OpenedApp;
  const at = (name: string): string => join(scratch.path, name);
  const nas = (): DestinationOf<'folder'> => ({
    kind: 'folder',
    id: 'nas',
    name: 'NAS',
    site: 'on-site',
    isolation: 'online',
    path: at('nas'),
  });
  const set: DestinationOf<'usb-set'> = {
    kind: 'usb-set',
    id: 'drives',
    name: 'Drives',
    site: 'off-site',
    isolation: 'offline',
    disks: [],
    awayLimitDays: 7,
  };
  const stored = async (id: string): Promise<Destination | undefined> =>
    (await app.client().destinations.list()).find(({ destination }) => destination.id === id)?.destination;

  beforeAll(async () => {
    scratch = scratchFolder();
    for (const folder of ['data', 'nas', 'A']) mkdirSync(at(folder));
    const drives: Drive[] = [{ path: at('A'), volumeId: undefined, label: 'A', isRemovable: true }];
    app = await openOwner(at('profile'), { startHost: hostInProcess(systemClock), listDrives: () => Promise.resolve(drives) });
    const client = app.client();
    await setUp(client);
    await client.sources.put({ source: smallSources(at('data')).scans });
    await client.destinations.add({ destination: nas() });
    await client.destinations.add({ destination: set });
    await client.destinations.addDisk({ destination: 'drives', label: 'Drive A', path: at('A') });
    await ended(client, (await client.runs.start({})).run);
    await app.settled();
  });
  afterAll(async () => {
    await app?.close();
    scratch?.remove();
  });

  it('keeps what lies there when only its name changes', async () => {
    const client = app.client();
    await client.destinations.update({ destination: { ...nas(), name: 'Server room' } });
    expect(await stored('nas')).toMatchObject({ name: 'Server room', path: at('nas') });
    expect((await client.runs.points({})).filter(({ destination }) => destination === 'nas')).toHaveLength(1);
  });

  it('keeps the drives of a set whatever the form says of them', async () => {
    await app.client().destinations.update({ destination: { ...set, awayLimitDays: 3 } });
    expect(await stored('drives')).toMatchObject({ awayLimitDays: 3, disks: [{ label: 'Drive A' }] });
  });

  it('has a repository of its own at another folder, and what lies in that is what it has', async () => {
    const client = app.client();
    await client.destinations.update({ destination: { ...nas(), path: at('other') } });
    expect(readdirSync(at('other'))).toContain('config');
    expect((await client.runs.points({})).filter(({ destination }) => destination === 'nas')).toHaveLength(0);
    await client.destinations.update({ destination: nas() });
    expect((await client.runs.points({})).filter(({ destination }) => destination === 'nas')).toHaveLength(1);
  });

  it('is refused as another kind', async () => {
    const client = app.client();
    await expect(client.destinations.update({ destination: { ...nas(), kind: 'network-folder' } })).rejects.toMatchObject({
      data: { code: 'value-invalid' },
    });
  });

  it('loses a drive that is taken out, and can have it back', async () => {
    const client = app.client();
    const disks = async (): Promise<number> => ((await stored('drives')) as DestinationOf<'usb-set'>).disks.length;
    expect(await client.destinations.release({ destination: 'drives', disk: 'drive-a' })).toEqual({ safe: true });
    await client.destinations.removeDisk({ destination: 'drives', disk: 'drive-a' });
    expect(await disks()).toBe(0);
    expect((await client.runs.points({})).filter(({ destination }) => destination === 'drives')).toHaveLength(0);
    await client.destinations.addDisk({ destination: 'drives', label: 'Drive A', path: at('A') });
    expect(await disks()).toBe(1);
  });
});
