import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ContainerClient } from '@azure/storage-blob';
import type { OpenedApp } from '../../src/main/app.ts';
import { systemClock } from '../../src/main/clock.ts';
import { openBootstrap, profileAt } from '../../src/main/profile/index.ts';
import { createCredentialVault, createSecretStore } from '../../src/main/vault/index.ts';
import type { DestinationOf } from '../../src/shared/model/destination.ts';
import { Azurite, downloadContainer } from '../support/azurite.ts';
import { describeWith } from '../support/describe-with.ts';
import { readKit } from '../support/kit-paper.ts';
import { answered, dispense, ended, openOwner, setUp, smallSources } from '../support/pharmacy-app.ts';
import { restic, resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

/** Prefixes as people type them, and where the new copies lie; the one in the middle is where that of the first would be. */
const PREFIXES = { top: '', rx: 'rx', 'rx-2': 'rx-2', store: '/stores/12/' } as const;
const NEW = { top: 'lifeboat-2', rx: 'rx-4', 'rx-2': 'rx-3', store: 'stores/12-2' } as const;
const IDS = Object.keys(PREFIXES) as (keyof typeof PREFIXES)[];

describeWith('restic', 'a recovery key that leaked, with copies in the cloud', () => {
  describeWith('paper', 'where this PC may create, read and list, and nothing else', () => {
    let scratch: Scratch;
    let azurite: Azurite;
    let container: ContainerClient;
    let app: OpenedApp;
    let path: string;
    let leaked: string;
    const at = (...names: string[]): string => join(scratch.path, ...names);
    const place = (id: keyof typeof PREFIXES): DestinationOf<'azure'> => {
      const { accountName: account, endpoint } = azurite.account();
      const about = { id, name: id, site: 'off-site', isolation: 'online', account, endpoint } as const;
      return { kind: 'azure', ...about, container: container.containerName, prefix: PREFIXES[id] };
    };
    const prefixNow = async (id: string): Promise<string | undefined> => {
      const all = (await app.client().destinations.list()).map(({ destination }) => destination);
      return all.flatMap((one) => (one.kind === 'azure' && one.id === id ? [one.prefix] : []))[0];
    };
    const pcKey = async (): Promise<string> => {
      const { installationId, wrapped } = openBootstrap(profileAt(at('profile')), systemClock);
      return await createCredentialVault({ secrets: createSecretStore({ installationId }), bootstrap: wrapped }).pcKey();
    };
    /** Without the locks, which this credential cannot take away. */
    const dataBelow = async (prefix: string): Promise<string[]> => {
      const names = await Array.fromAsync(container.listBlobsFlat({ prefix }), ({ name }) => name);
      return names.filter((name) => !name.includes('/locks/')).toSorted();
    };

    beforeAll(async () => {
      scratch = scratchFolder();
      for (const folder of ['data', 'paper', 'back', 'cloud']) mkdirSync(at(folder));
      azurite = await Azurite.start();
      container = azurite.container();
      await container.create();
      const sources = smallSources(at('data'));
      path = sources.path;
      app = await openOwner(at('profile'));
      await app.start();
      const client = app.client();
      await setUp(client);
      await client.sources.put({ source: sources.database });
      const connectionString = await azurite.limitedString(container, 'rcl');
      for (const id of IDS) await answered(client.destinations.add({ destination: place(id), credential: { connectionString } }));
      leaked = readKit((await client.kit.make({ holder: 'owner' })).pdf, at('paper')).recoveryKey;
      await ended(client, (await client.runs.start({})).run);
      await app.settled();
    });
    afterAll(async () => {
      await app?.close();
      await azurite?.stop();
      scratch?.remove();
    });

    it('begins new copies beside the old ones, each at a place of its own, and backs up there', async () => {
      const client = app.client();
      const before = await dataBelow('rx/');
      const { run = '' } = await answered(client.kit.declareLeaked());
      const begun = await ended(client, run);
      expect(begun.jobs.map(({ status, error }) => [status, error])).toEqual(IDS.map(() => ['completed', undefined]));
      await app.settled();
      for (const id of IDS) expect(await prefixNow(id)).toBe(NEW[id]);
      dispense(path, 2, new Date());
      const { jobs } = await ended(client, (await client.runs.start({})).run);
      expect(jobs.map(({ status }) => status)).toEqual(IDS.map(() => 'completed'));
      await app.settled();
      expect((await client.status.get()).protection.coverage.map(({ mark }) => mark)).toEqual(IDS.map(() => 'fine'));
      expect(await dataBelow('rx/')).toEqual(before);
    });

    it('has master keys there that the leaked key does not open, the same at all', async () => {
      await downloadContainer(container, at('cloud'));
      const masters = new Set<string>();
      for (const id of IDS) {
        const repo = at('cloud', NEW[id]);
        const refused = await restic(['snapshots', '--no-lock'], { repo, password: leaked });
        expect(refused.stderr).toMatch(/wrong password or no key found/);
        masters.add(await resticOk(['cat', 'masterkey'], { repo, password: await pcKey() }));
        await resticOk(['check', '--no-lock'], { repo, password: await pcKey() });
      }
      masters.add(await resticOk(['cat', 'masterkey'], { repo: at('cloud', 'rx'), password: leaked }));
      expect(masters.size).toBe(2);
      await resticOk(['check', '--no-lock'], { repo: at('cloud', 'stores', '12'), password: leaked });
    });

    it('restores from the old copies, also after the access to the cloud was changed', async () => {
      const client = app.client();
      const connectionString = await azurite.limitedString(container, 'rcl');
      await answered(
        client.destinations.update({ destination: { ...place('store'), prefix: NEW.store }, credential: { connectionString } }),
      );
      const { copies } = await client.kit.retired();
      expect(copies.map(({ id }) => id).toSorted()).toEqual(IDS.map((id) => `${id}-old`).toSorted());
      for (const destination of ['top-old', 'store-old']) {
        const points = await client.restore.timeline({ source: 'dispensing' });
        const old = points.flatMap((point) => point.copies).find((copy) => copy.destination === destination);
        expect(old).toMatchObject({ isReachable: true });
        const to = { way: 'folder', path: at('back', destination) } as const;
        const item = { source: 'dispensing', destination, snapshot: old?.snapshot ?? '', to, include: [] };
        const { run } = await ended(client, (await answered(client.restore.start({ items: [item] }))).run);
        expect(run.status).toBe('completed');
        expect(
          readFileSync(at('back', destination, 'dispensing.db'))
            .subarray(0, 15)
            .toString(),
        ).toBe('SQLite format 3');
      }
    });

    it('prints papers that name the new copies', async () => {
      const { pdf } = await app.client().kit.make({ holder: 'owner' });
      const { locations } = readKit(pdf, at('paper'));
      for (const id of IDS) expect(locations).toContain(`azure:${container.containerName}:/${NEW[id]}`);
    });
  });
});
