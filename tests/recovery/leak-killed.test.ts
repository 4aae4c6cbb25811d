import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { systemClock } from '../../src/main/clock.ts';
import { openBootstrap, profileAt } from '../../src/main/profile/index.ts';
import { createCredentialVault, createSecretStore } from '../../src/main/vault/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { isRunning, Owned } from '../support/owned.ts';
import { dispense, ended, setUp, smallSources } from '../support/pharmacy-app.ts';
import { resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

/** How often the owner dies; more by `LIFEBOAT_KILLS`. */
const KILLS = Number(process.env['LIFEBOAT_KILLS'] ?? 6);
const PLACES = ['on-site', 'off-site'] as const;

describeWith('restic', 'an owner that is killed while every place begins anew', () => {
  let scratch: Scratch;
  let path: string;
  let owner: Owned | undefined;
  /** Milliseconds that beginning anew takes in peace, and the backups after it. */
  let inPeace = 0;
  const at = (...names: string[]): string => join(scratch.path, ...names);
  const start = async (): Promise<Owned> => (owner = await Owned.start(at('profile')));

  beforeAll(async () => {
    scratch = scratchFolder();
    for (const folder of ['data', ...PLACES]) mkdirSync(at(folder));
    const sources = smallSources(at('data'));
    path = sources.path;
    const { client } = await start();
    await setUp(client);
    await client.sources.put({ source: sources.database, credentials: {} });
    for (const site of PLACES) {
      await client.destinations.add({ destination: { kind: 'folder', id: site, name: site, site, isolation: 'online', path: at(site) } });
    }
    await ended(client, (await client.runs.start({})).run);
    await owner?.settled();
    const beginning = performance.now();
    await client.kit.declareLeaked({});
    await owner?.settled();
    inPeace = performance.now() - beginning;
  });
  afterAll(async () => {
    await owner?.kill();
    scratch.remove();
  });

  it.each(Array.from({ length: KILLS }, (_, number) => number))(
    'goes on by itself after death %i, and loses neither the old copies nor the new',
    async (number) => {
      const one = owner ?? (await start());
      dispense(path, 1, new Date());
      const asked = one.client.kit.declareLeaked({}).catch(() => undefined);
      // The first of all at once, in the middle of saying so.
      await pause((number / KILLS) * inPeace);
      const children = await one.kill();
      await asked;
      while (children.some(isRunning)) await pause(20);

      const { client } = await start();
      await owner?.settled();
      const { waiting, copies } = await client.kit.retired();
      expect(waiting).toEqual([]);
      // What the pharmacy has is in the new repositories, all of them with the same master keys, opened by this PC's key of now.
      await ended(client, (await client.runs.start({})).run);
      await owner?.settled();
      const { installationId, wrapped } = openBootstrap(profileAt(at('profile')), systemClock);
      const password = await createCredentialVault({ secrets: createSecretStore({ installationId }), bootstrap: wrapped }).pcKey();
      const places = (await client.destinations.list()).map(({ destination }) => ('path' in destination ? destination.path : ''));
      const masters = await Promise.all(places.map(async (repo) => await resticOk(['cat', 'masterkey'], { repo, password })));
      expect(new Set(masters).size).toBe(1);
      const { protection } = await client.status.get();
      expect(protection.coverage.map(({ mark }) => mark)).toEqual(['fine', 'fine']);
      // Old copies open with the key that this PC had then.
      for (const { id, points } of copies) {
        const point = (await client.restore.timeline({ source: 'dispensing' })).find((each) =>
          each.copies.some(({ destination }) => destination === id),
        );
        // One that was begun and killed before its first backup has none.
        expect(point !== undefined).toBe(points > 0);
        if (point === undefined) continue;
        const snapshot = point.copies.find(({ destination }) => destination === id)?.snapshot ?? '';
        expect(await client.restore.browse({ destination: id, snapshot, path: '/' })).not.toEqual([]);
      }
      expect(copies.some(({ points }) => points > 0)).toBe(true);
    },
  );
});
