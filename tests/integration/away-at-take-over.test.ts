import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OpenedApp } from '../../src/main/app.ts';
import type { Drive } from '../../src/main/places/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { disksSeen } from '../support/disks-seen.ts';
import { readKit } from '../support/kit-paper.ts';
import { answered, dispense, ended, openOwner, setUp, smallSources } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { SimulatedTimers } from '../support/simulated-month.ts';

/** The PC is dead, its disks are at home: they come days later, when the new PC was started again and has forgotten the paper's key. */
describeWith('paper', 'places that were away at a take-over', () => {
  let scratch: Scratch;
  let app: OpenedApp;
  let recoveryKey: string;
  let path: string;
  let drives: Drive[] = [];
  const timers = new SimulatedTimers();
  const at = (...names: string[]): string => join(scratch.path, ...names);
  const open = async (profile: string): Promise<OpenedApp> =>
    await openOwner(at(profile), { timers, listDrives: () => Promise.resolve(drives) });

  async function plug(...labels: string[]): Promise<void> {
    drives = labels.map((label) => ({ path: at(label), volumeId: undefined, label, isRemovable: true }));
    await disksSeen(app.client(), 'drives', labels, () => timers.run({ to: 60_000 }));
    await app.settled();
  }

  beforeAll(async () => {
    scratch = scratchFolder();
    for (const folder of ['data', 'nas', 'A', 'B', 'paper']) mkdirSync(at(folder));
    const sources = smallSources(at('data'));
    path = sources.path;
    app = await open('old-pc');
    await app.start();
    const client = app.client();
    await setUp(client);
    for (const source of [sources.database, sources.scans]) await client.sources.put({ source });
    const nas = { kind: 'folder', id: 'nas', name: 'NAS', site: 'on-site', isolation: 'online', path: at('nas') } as const;
    await client.destinations.add({ destination: nas });
    const set = { kind: 'usb-set', id: 'drives', name: 'Drives', site: 'off-site', isolation: 'offline', disks: [] } as const;
    await client.destinations.add({ destination: { ...set, disks: [], awayLimitDays: 9 } });
    await plug('A', 'B');
    for (const label of ['A', 'B']) await answered(client.destinations.addDisk({ destination: 'drives', label, path: at(label) }));
    recoveryKey = readKit((await client.kit.make({ holder: 'owner' })).pdf, at('paper')).recoveryKey;
    await ended(client, (await client.runs.start({})).run);
    await app.settled();
    await app.close();

    drives = [];
    app = await open('new-pc');
    await answered(app.client().recovery.takeOver({ location: at('nas'), recoveryKey }));
    await app.close();
    app = await open('new-pc');
    await app.start();
  });
  afterAll(async () => {
    await app?.close();
    scratch?.remove();
  });

  const keysOf = (disk: string): string[] => readdirSync(at(disk, 'Lifeboat', 'repository', 'keys')).toSorted();

  it("get this PC's key when they come, and lose the dead PC's", async () => {
    const dead = keysOf('A').filter((key) => !readdirSync(at('nas', 'keys')).includes(key));
    expect(dead).toHaveLength(1);
    await plug('A');
    expect(keysOf('A')).toEqual(readdirSync(at('nas', 'keys')).toSorted());
    dispense(path, 1, new Date());
    const { jobs } = await ended(app.client(), (await app.client().runs.start({ sources: ['dispensing'] })).run);
    await app.settled();
    expect(jobs.find(({ disk }) => disk === 'a')).toMatchObject({ kind: 'copy', status: 'completed' });
  });

  it('are opened by the paper where no other place is there to ask', async () => {
    const client = app.client();
    await client.destinations.remove({ id: 'nas' });
    await plug('B');
    const shut = await ended(client, (await client.runs.start({ sources: ['dispensing'] })).run);
    await app.settled();
    expect(shut.jobs.find(({ disk }) => disk === 'b')?.error).toMatchObject({ code: 'wrong-password' });
    await expect(client.recovery.unlock({ destination: 'drives', disk: 'a', recoveryKey })).rejects.toMatchObject({
      data: { code: 'place-unreachable' },
    });
    await answered(client.recovery.unlock({ destination: 'drives', disk: 'b', recoveryKey }));
    const { jobs } = await ended(client, (await client.runs.start({ sources: ['dispensing'] })).run);
    await app.settled();
    expect(jobs.find(({ disk }) => disk === 'b')).toMatchObject({ kind: 'backup', status: 'completed' });
  });
});
