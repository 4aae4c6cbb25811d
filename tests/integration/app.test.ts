import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { OpenedApp } from '../../src/main/app.ts';
import { openApp } from '../../src/main/app.ts';
import { systemClock } from '../../src/main/clock.ts';
import type { EngineHost } from '../../src/main/engine-host/index.ts';
import { SEAL_LOOKS_EVERY } from '../../src/main/owner/settings-seal.ts';
import { type OwnerTimers, systemTimers } from '../../src/main/owner/timers.ts';
import { openStore } from '../../src/main/store/index.ts';
import { connectFace } from '../../src/main/web/index.ts';
import { LifeboatError } from '../../src/shared/errors/index.ts';
import { profileAt } from '../../src/main/profile/index.ts';
import { hostInProcess } from '../support/host-in-process.ts';
import { dispense, ended, openOwner, setUp, smallSources } from '../support/pharmacy-app.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

describe('the app without a window', () => {
  let scratch: Scratch;
  let app: OpenedApp;
  beforeEach(async () => {
    scratch = scratchFolder();
    mkdirSync(join(scratch.path, 'data'));
    mkdirSync(join(scratch.path, 'on-site'));
    mkdirSync(join(scratch.path, 'off-site'));
    app = await openOwner(join(scratch.path, 'profile'));
  });
  afterEach(async () => {
    await app.close();
    scratch.remove();
  });

  async function protectedPharmacy() {
    const client = app.client();
    await setUp(client);
    const sources = smallSources(join(scratch.path, 'data'));
    for (const source of [sources.database, sources.scans]) await client.sources.put({ source });
    const destination = (id: string, site: 'on-site' | 'off-site') => ({
      destination: { kind: 'folder' as const, id, name: id, site, isolation: 'online' as const, path: join(scratch.path, id) },
    });
    await client.destinations.add(destination('on-site', 'on-site'));
    await client.destinations.add(destination('off-site', 'off-site'));
    return { client, ...sources };
  }

  it('backs up to every place, copies, proves, seals, and says what is still missing', async () => {
    const { client } = await protectedPharmacy();
    const { run } = await client.runs.start({});
    const { jobs } = await ended(client, run);
    expect(jobs.map(({ kind, source, destination, status, error }) => [kind, source, destination, status, error])).toEqual(
      expect.arrayContaining([
        ['backup', 'dispensing', 'on-site', 'completed', undefined],
        ['copy', 'dispensing', 'off-site', 'completed', undefined],
        ['backup', 'scans', 'on-site', 'completed', undefined],
        ['copy', 'scans', 'off-site', 'completed', undefined],
      ]),
    );
    await app.settled();
    const proofs = await client.runs.proofs({});
    expect(proofs).toHaveLength(4);
    expect(proofs.every(({ passed }) => passed)).toBe(true);
    const points = await client.runs.points({});
    expect(new Set(points.map(({ point }) => point)).size).toBe(2);
    expect(points).toHaveLength(4);

    const { protection } = await client.status.get();
    expect(protection.state).not.toBe('protected');
    expect(protection.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['nobody-reachable', 'no-protected-copy']));
    expect(protection.disasters.find(({ disaster }) => disaster === 'building-burns')).toMatchObject({
      destination: 'off-site',
      isProven: true,
    });
    expect(readdirSync(join(scratch.path, 'profile', 'scratch'))).toEqual([]);
  });

  it('restores in place with a report, and undoes it', async () => {
    const { client, path } = await protectedPharmacy();
    await ended(client, (await client.runs.start({})).run);
    await app.settled();
    const live = new Database(path);
    live.exec('DELETE FROM prescriptions WHERE rx > 5');
    live.close();
    const { items, missing } = await client.restore.suggest({ tiers: ['critical'] });
    expect(missing).toEqual([]);
    const [item] = items.map((one) => ({ ...one, to: { way: 'in-place' as const } }));
    if (item === undefined) throw new Error('nothing suggested');
    const plan = await client.restore.plan(item);
    expect(plan.parts[0]?.thrownAway.length).toBeGreaterThan(0);
    const { run } = await client.restore.start({ items: [item] });
    const { jobs } = await ended(client, run);
    expect(jobs[0]).toMatchObject({ kind: 'restore', status: 'completed' });
    const report = await client.restore.report({ job: jobs[0]?.id ?? '' });
    expect(report?.parts[0]).toMatchObject({ place: path, differences: [] });
    expect(rows(path)).toBe(40);
    const undoing = await client.restore.undo({ job: jobs[0]?.id ?? '' });
    expect((await ended(client, undoing.run)).jobs).toMatchObject([{ kind: 'undo', source: 'dispensing', status: 'completed' }]);
    expect(rows(path)).toBe(5);
  });

  it('lets one process own a profile; another reaches it by the socket', async () => {
    await protectedPharmacy();
    const folder = join(scratch.path, 'profile');
    expect(await openApp({ folder, clock: systemClock, environment: process.env })).toBeUndefined();
    const face = await connectFace(profileAt(folder));
    expect((await face?.client.sources.list())?.map(({ id }) => id)).toEqual(['dispensing', 'scans']);
    face?.close();
  });

  it('goes on after a restart, and rebuilds a lost store from the newest seal', async () => {
    const { client } = await protectedPharmacy();
    await ended(client, (await client.runs.start({})).run);
    await app.settled();
    await app.close();
    const { database } = profileAt(join(scratch.path, 'profile'));
    for (const file of [database, `${database}-wal`, `${database}-shm`]) rmSync(file, { force: true });
    app = await openOwner(join(scratch.path, 'profile'));
    const again = app.client();
    expect((await again.sources.list()).map(({ id }) => id)).toEqual(['dispensing', 'scans']);
    expect((await again.status.get()).protection.reasons.map(({ code }) => code)).toContain('store-rebuilt');
    dispense(join(scratch.path, 'data', 'dispensing.db'), 2, new Date('2026-11-23T16:00:00Z'));
    const { run } = await ended(again, (await again.runs.start({})).run);
    expect(run.status).toBe('completed');
  });

  it('keeps settings beside the data soon after they were changed, also without a backup', async () => {
    await protectedPharmacy();
    await app.close();
    const looks: (() => void)[] = [];
    const every: OwnerTimers['every'] = (milliseconds, work) => {
      if (milliseconds === SEAL_LOOKS_EVERY) looks.push(work);
      return () => undefined;
    };
    app = await openOwner(join(scratch.path, 'profile'), { timers: { ...systemTimers, every } });
    await app.start();
    await app.settled();
    await app.client().people.put({ id: 'ben', name: 'Ben', role: 'technician', email: 'ben@pharmacy.example', isNotified: true });
    for (let look = 0; look < 2; look++) {
      for (const work of looks) work();
      await app.settled();
    }
    await app.close();
    const { database } = profileAt(join(scratch.path, 'profile'));
    for (const file of [database, `${database}-wal`, `${database}-shm`]) rmSync(file, { force: true });
    app = await openOwner(join(scratch.path, 'profile'));
    expect((await app.client().people.list()).map(({ name }) => name)).toContain('Ben');
  });

  it('begins to back up after an update, however long a place takes to open', async () => {
    await protectedPharmacy();
    await app.close();
    const { database } = profileAt(join(scratch.path, 'profile'));
    const { store } = openStore(database, systemClock);
    store.notes.setFlag('checked-version', '0.0.1');
    store.close();
    const asked: string[] = [];
    // As a share does that is gone: it says nothing until nobody wants to know any more.
    const listKeys: EngineHost['listKeys'] = async ({ at }, { signal } = {}) => {
      asked.push(at.location);
      await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
      throw new LifeboatError('aborted', {});
    };
    app = await openOwner(join(scratch.path, 'profile'), { startHost: hostInProcess(systemClock, { listKeys }) });
    await app.start();
    expect((await app.client().status.get()).nextRuns.map(({ tier }) => tier).toSorted()).toEqual(['critical', 'important']);
    await until(() => asked.length === 2);
  });

  it('makes papers whose keys open every place, and takes the old key away', async () => {
    const { client } = await protectedPharmacy();
    const { pdf, waiting } = await client.kit.make({ holder: 'owner' });
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(waiting).toEqual([]);
    expect((await client.kit.test({ holder: 'owner', key: 'ABCD' })).passed).toBe(false);
    expect((await client.kit.state()).staleHolders).toEqual([]);
    await client.kit.make({ holder: 'owner' });
    expect(existsSync(join(scratch.path, 'on-site', 'keys'))).toBe(true);
    // This PC's key and the newest paper's.
    expect(readdirSync(join(scratch.path, 'on-site', 'keys'))).toHaveLength(2);
    expect(readdirSync(join(scratch.path, 'off-site', 'keys'))).toHaveLength(2);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(10);
}

function rows(path: string): number {
  const database = new Database(path, { readonly: true });
  try {
    return (database.prepare('SELECT count(*) AS rows FROM prescriptions').get() as { rows: number }).rows;
  } finally {
    database.close();
  }
}
