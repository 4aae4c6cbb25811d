import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { systemClock } from '../../src/main/clock.ts';
import { openBootstrap, profileAt } from '../../src/main/profile/index.ts';
import { openStore } from '../../src/main/store/index.ts';
import { createSecretStore } from '../../src/main/vault/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { isRunning, Owned } from '../support/owned.ts';
import { dispense, ended, setUp, smallSources } from '../support/pharmacy-app.ts';
import { resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

/** How often the owner dies; more by `LIFEBOAT_KILLS`. */
const KILLS = Number(process.env['LIFEBOAT_KILLS'] ?? 6);
/** Milliseconds that an engine process without an owner gets. */
const GRACE = 30_000;

describeWith('restic', 'an owner that is killed', () => {
  let scratch: Scratch;
  let path: string;
  let owner: Owned | undefined;
  /** Milliseconds that a new owner takes to make its store, and a run with its copies, proofs and seals, in peace. */
  const inPeace = { start: 0, run: 0 };
  const at = (...names: string[]): string => join(scratch.path, ...names);

  beforeAll(async () => {
    scratch = scratchFolder();
    for (const folder of ['data', 'on-site', 'off-site']) mkdirSync(at(folder));
    const sources = smallSources(at('data'));
    path = sources.path;
    for (let number = 0; number < 200; number++) writeFileSync(at('data', 'scans', `more-${number}.tif`), `${number}`.repeat(20_000));
    const beginning = performance.now();
    owner = await Owned.start(at('profile'));
    inPeace.start = performance.now() - beginning;
    const { client } = owner;
    await setUp(client);
    for (const source of [sources.database, sources.scans]) await client.sources.put({ source, credentials: {} });
    for (const site of ['on-site', 'off-site'] as const) {
      await client.destinations.add({ destination: { kind: 'folder', id: site, name: site, site, isolation: 'online', path: at(site) } });
    }
    inPeace.run = await timeOf(owner);
    await gone(await owner.kill());
  });
  afterAll(async () => {
    await owner?.kill();
    scratch.remove();
  });

  /** Milliseconds of a run of everything. */
  async function timeOf(one: Owned): Promise<number> {
    const beginning = performance.now();
    await ended(one.client, (await one.client.runs.start({})).run);
    await one.settled();
    return performance.now() - beginning;
  }

  async function start(): Promise<Owned> {
    owner = await Owned.start(at('profile'));
    return owner;
  }

  /** Until the processes have ended by themselves. */
  async function gone(pids: readonly number[]): Promise<void> {
    for (const end = Date.now() + GRACE; pids.some(isRunning); await pause(20)) {
      if (Date.now() > end) throw new Error('The engine process stayed.');
    }
  }

  it.each(Array.from({ length: KILLS }, (_, number) => number))('starts again after death %i', async (number) => {
    const { client, pid } = await start();
    expect(pid).toBeGreaterThan(0);
    dispense(path, 1, new Date());
    const { run } = await client.runs.start({});
    // Spread over everything that a run begins, the first ones early.
    await pause(((number + Math.random()) / KILLS) * inPeace.run);
    const children = await (owner as Owned).kill();
    await gone(children);

    const again = await start();
    const after = await again.client.runs.get({ id: run });
    expect(after.run.endedAt).toBeDefined();
    expect(after.jobs.filter(({ status }) => status === 'running' || status === 'scheduled')).toEqual([]);
    if (after.run.status === 'interrupted') expect(after.jobs.some(({ status }) => status === 'interrupted')).toBe(true);
    else expect(after.run.status).toBe('completed');
    const { run: next } = await again.client.runs.start({});
    const done = await ended(again.client, next);
    expect(done.jobs.map(({ kind, source, destination, status, error }) => [kind, source, destination, status, error])).toEqual(
      expect.arrayContaining([
        ['backup', 'dispensing', 'on-site', 'completed', undefined],
        ['copy', 'scans', 'off-site', 'completed', undefined],
      ]),
    );
    await again.settled();
    expect(readdirSync(at('profile', 'scratch'))).toEqual([]);
    await gone(await again.kill());
  });

  it('does a planned run that was cut short again', async () => {
    const { client } = await start();
    const { settings } = await client.settings.get();
    const tiers = settings.tiers.map((policy) => ({ ...policy, schedule: { kind: 'every', minutes: 5, during: 'always' } as const }));
    await client.settings.set({ ...settings, tiers });
    await gone(await (owner as Owned).kill());
    // A slot passed while the PC was off, and its making up is cut short by the next death.
    const { store } = openStore(profileAt(at('profile')).database, systemClock);
    const missed = new Date(Date.now() - 20 * 60_000).toISOString();
    for (const tier of ['critical', 'important']) store.notes.setNextDueAt(tier, missed);
    store.close();
    const cut = await start();
    await gone(await cut.kill());

    const again = await start();
    const runs = (await again.client.runs.list({})).filter(({ trigger }) => trigger !== 'manual' && trigger !== 'follow-up');
    for (const { id } of runs) await ended(again.client, id);
    const all = await again.client.runs.list({});
    for (const tier of ['critical', 'important']) {
      const statuses = all.filter((run) => run.tier === tier).map(({ status }) => status);
      expect(statuses).toEqual(expect.arrayContaining(['interrupted', 'completed']));
    }
    await again.settled();
    await gone(await again.kill());
  });

  it('leaves a sound store and sound repositories, with nothing but the locks of the dead', async () => {
    const profile = profileAt(at('profile'));
    const database = new Database(profile.database);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
    const { installationId } = openBootstrap(profile, systemClock);
    const password = (await createSecretStore({ installationId }).get('pc-key')) ?? '';
    for (const site of ['on-site', 'off-site']) await resticOk(['check', '--read-data', '--no-lock'], { repo: at(site), password });
  });

  it('owns a new profile whenever it died while it made it', async () => {
    for (let number = 0; number < KILLS; number++) {
      const dying = Owned.launch(at('new-profile'));
      await Promise.race([dying.ready, pause(((number + Math.random()) / KILLS) * inPeace.start)]);
      await gone(await dying.kill());
    }
    owner = await Owned.start(at('new-profile'));
    await setUp(owner.client);
    expect((await owner.client.people.list()).map(({ id }) => id)).toEqual(['ana']);
  });
});
