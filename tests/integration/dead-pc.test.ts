import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ContainerClient } from '@azure/storage-blob';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { OpenedApp } from '../../src/main/app.ts';
import type { Clock } from '../../src/shared/model/clock.ts';
import type { DestinationOf } from '../../src/shared/model/destination.ts';
import type { Source } from '../../src/shared/model/source.ts';
import type { Azurite } from '../support/azurite.ts';
import { describeWith } from '../support/describe-with.ts';
import { type ReadKit, readKit } from '../support/kit-paper.ts';
import { answered, dispense, ended, openOwner, PHARMACY, setUp, smallSources } from '../support/pharmacy-app.ts';
import { resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The story of a PC that burns with everything in the pharmacy; each test goes on where the one before ended. */
describeWith('paper', 'the day after the fire', () => {
  let scratch: Scratch;
  let azurite: Azurite;
  let container: ContainerClient;
  let cloud: DestinationOf<'azure'>;
  let sources: { database: Source; scans: Source; path: string };
  let kit: ReadKit;
  let before: string[];
  let oldPc: OpenedApp;
  let newPc: OpenedApp;
  /** Milliseconds that the new PC's clock is ahead. */
  let ahead = 0;
  const clock: Clock = { now: () => new Date(Date.now() + ahead), uptime: () => performance.now() + ahead };

  const at = (...names: string[]): string => join(scratch.path, ...names);
  const request = () => ({
    location: kit.locations.find((one) => one.startsWith('azure:')) ?? '',
    recoveryKey: kit.recoveryKey,
    sealedAccess: kit.accessLines,
  });

  beforeAll(async () => {
    scratch = scratchFolder();
    azurite = await (await import('../support/azurite.ts')).Azurite.start();
    container = azurite.container();
    for (const folder of ['data', 'nas', 'paper']) mkdirSync(at(folder));
    sources = smallSources(at('data'));
    oldPc = await openOwner(at('old-pc'));
    await protect();
    before = fingerprints();
    const client = oldPc.client();
    kit = readKit((await client.kit.make({ holder: 'owner' })).pdf, at('paper'));
    await ended(client, (await client.runs.start({})).run);
    await oldPc.settled();
    await oldPc.close();
    rmSync(at('nas'), { recursive: true });
    renameSync(at('data'), at('burned'));
    mkdirSync(at('data'));
  });
  afterAll(async () => {
    await oldPc?.close();
    await newPc?.close();
    await azurite?.stop();
    scratch?.remove();
  });

  async function protect(): Promise<void> {
    const client = oldPc.client();
    await setUp(client);
    for (const source of [sources.database, sources.scans]) await client.sources.put({ source });
    await client.destinations.add({
      destination: { kind: 'folder', id: 'nas', name: 'Office NAS', site: 'on-site', isolation: 'online', path: at('nas') },
    });
    const endpoint = `http://127.0.0.1:${azurite.port}/pharmacy`;
    const name = container.containerName;
    cloud = {
      kind: 'azure',
      id: 'cloud',
      name: 'Azure',
      site: 'off-site',
      isolation: 'online',
      account: 'pharmacy',
      container: name,
      prefix: '',
      endpoint,
    };
    await client.destinations.add({ destination: cloud, credential: { connectionString: azurite.connectionString() } });
  }

  /** Of every file of the sources. */
  function fingerprints(): string[] {
    const files = ['rx-1.tif', 'rx-2.tif', 'rx-3.tif'].map((name) => join('scans', name));
    return files.map((file) =>
      createHash('sha256')
        .update(readFileSync(at('data', file)))
        .digest('hex'),
    );
  }

  it('tells from the paper alone whose data it is and how new', async () => {
    newPc = await openOwner(at('new-pc'), { clock });
    const { recoveryKey, sealedAccess } = request();
    const typed = { recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' '), sealedAccess };
    expect(await newPc.client().recovery.open(typed)).toMatchObject({
      recoveryKey,
      // As it is printed: the root of a container has no slash.
      places: [{ location: request().location.replace(/:\/$/, ''), account: 'pharmacy' }],
    });
    const found = await newPc.client().recovery.inspect(request());
    expect(found.pharmacy).toBe(PHARMACY.name);
    expect(found.sources.map(({ id }) => id)).toEqual(['dispensing', 'scans']);
    expect(found.sources.every(({ newest }) => newest !== undefined)).toBe(true);
    const typo = { ...request(), recoveryKey: kit.recoveryKey.replace(/.$/, '') };
    await expect(newPc.client().recovery.inspect(typo)).rejects.toMatchObject({ data: { code: 'recovery-key-invalid' } });
    const nowhere = { ...request(), location: at('paper') };
    await expect(newPc.client().recovery.inspect(nowhere)).rejects.toMatchObject({ data: { code: 'no-copies-there' } });
  });

  it('brings settings, people, sources and history back', async () => {
    const client = newPc.client();
    const { credentialsToChange } = await client.recovery.takeOver(request());
    expect(credentialsToChange).toEqual(['Azure']);
    expect(await client.sources.list()).toEqual([sources.database, sources.scans]);
    expect((await client.settings.get()).pharmacy).toEqual(PHARMACY);
    expect((await client.people.list()).map(({ name }) => name)).toEqual(['Ana']);
    expect((await client.runs.list({})).length).toBeGreaterThan(0);
    await expect(client.recovery.takeOver(request())).rejects.toMatchObject({ data: { code: 'installation-in-use' } });
  });

  it('brings every source back, opened and counted, with the minutes it took', async () => {
    const client = newPc.client();
    const { items, missing } = await client.restore.suggest({ tiers: ['critical', 'important', 'standard'] });
    expect(missing).toEqual([]);
    const { run } = await client.restore.start({ items: items.map((item) => ({ ...item, to: { way: 'in-place' } })) });
    const { jobs } = await ended(client, run);
    const outcomes = jobs.map(({ source = '', status, error }) => `${source} ${status} ${error?.code ?? ''}`.trim());
    expect(outcomes.toSorted()).toEqual(['dispensing completed', 'scans completed']);
    const reports = await client.restore.reports();
    expect(reports).toHaveLength(2);
    for (const { parts, seconds, pointTime } of reports) {
      expect(parts[0]?.differences).toEqual([]);
      expect(seconds).toBeGreaterThan(0);
      expect(Date.parse(pointTime)).toBeLessThan(Date.now());
    }
    const of = (id: string) => reports.find(({ source }) => source === id);
    expect(of('dispensing')?.parts[0]?.compared).toBeGreaterThan(0);
    expect(of('scans')).toMatchObject({ filesRestored: 3, filesVerified: 3 });
    expect(prescriptions(sources.path)).toBe(40);
    expect(fingerprints()).toEqual(before);
    expect(readdirSync(at('new-pc', 'scratch'))).toEqual([]);
  });

  it('sees that the dead PC was not dead', async () => {
    oldPc = await openOwner(at('old-pc'));
    dispense(sources.path, 1, new Date());
    const client = oldPc.client();
    const { jobs } = await ended(client, (await client.runs.start({ sources: ['dispensing'] })).run);
    await oldPc.settled();
    expect(jobs.find(({ destination, status }) => destination === 'cloud' && status === 'completed')).toBeDefined();
    await newPc.scheduler.look('start');
    // The weekly look at what lies in each repository comes on the quiet Saturday morning.
    ahead = saturdayAfter(new Date(Date.now() + 2 * DAY)).getTime() - Date.now();
    await newPc.scheduler.look('resume');
    await newPc.settled();
    const { protection } = await answered(newPc.client().status.get());
    expect(protection.reasons).toContainEqual(
      expect.objectContaining({ code: 'other-installation-writes', severity: 'red', destination: 'cloud' }),
    );
    ahead = 0;
  });

  it('goes on backing up when the cloud may be written again', async () => {
    const client = newPc.client();
    await client.destinations.add({ destination: cloud, credential: { connectionString: azurite.connectionString() } });
    dispense(sources.path, 1, new Date());
    const { jobs } = await ended(client, (await client.runs.start({})).run);
    expect(jobs.filter(({ destination }) => destination === 'cloud').map(({ status, error }) => [status, error])).toEqual([
      ['completed', undefined],
      ['completed', undefined],
    ]);
    await newPc.settled();
  });

  it('tells the old PC that another one took over', async () => {
    const client = oldPc.client();
    const { jobs } = await ended(client, (await client.runs.start({ sources: ['dispensing'] })).run);
    expect(jobs.find(({ status, destination }) => status === 'failed' && destination === 'cloud')?.error).toMatchObject({
      code: 'installation-retired',
    });
  });

  it('opens with its own key after a restart', async () => {
    await newPc.close();
    newPc = await openOwner(at('new-pc'), { clock });
    const client = newPc.client();
    const { jobs } = await ended(client, (await client.runs.start({ sources: ['dispensing'] })).run);
    expect(jobs.find(({ destination }) => destination === 'cloud')).toMatchObject({ status: 'completed' });
  });

  describeWith('restic', 'without Lifeboat', () => {
    it('gives the same bytes to stock restic', async () => {
      const repo = at('downloaded');
      const { downloadContainer } = await import('../support/azurite.ts');
      await downloadContainer(container, repo);
      const options = { repo, password: kit.recoveryKey };
      await resticOk(['check', '--read-data', '--no-lock'], options);
      await resticOk(['restore', 'latest', '--tag', 'source:scans', '--target', at('by-restic'), '--no-lock'], options);
      for (const number of [1, 2, 3]) {
        const name = `rx-${number}.tif`;
        expect(readFileSync(at('by-restic', at('data', 'scans', name)))).toEqual(readFileSync(at('burned', 'scans', name)));
      }
      await resticOk(['restore', 'latest', '--tag', 'source:dispensing', '--target', at('by-restic'), '--no-lock'], options);
      const [file] = readdirSync(at('by-restic', 'database', 'dispensing'));
      expect(prescriptions(at('by-restic', 'database', 'dispensing', file ?? ''))).toBe(42);
    });
  });
});

/** Noon in UTC of the first Saturday that is not before that moment's day. */
function saturdayAfter(moment: Date): Date {
  const day = new Date(moment);
  day.setUTCHours(12, 0, 0, 0);
  day.setUTCDate(day.getUTCDate() + ((6 - day.getUTCDay() + 7) % 7));
  return day;
}

function prescriptions(path: string): number {
  const database = new Database(path, { readonly: true });
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    return (database.prepare('SELECT count(*) AS rows FROM prescriptions').get() as { rows: number }).rows;
  } finally {
    database.close();
  }
}
