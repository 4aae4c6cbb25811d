import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ContainerClient } from '@azure/storage-blob';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { systemClock } from '../../src/main/clock.ts';
import { openBootstrap, profileAt } from '../../src/main/profile/index.ts';
import { createCredentialVault, createSecretStore } from '../../src/main/vault/index.ts';
import { sourceSchema } from '../../src/shared/model/source.ts';
import type { Azurite } from '../support/azurite.ts';
import { describeWith } from '../support/describe-with.ts';
import { type ReadKit, readKit } from '../support/kit-paper.ts';
import { Owned } from '../support/owned.ts';
import { ended, setUp, smallSources } from '../support/pharmacy-app.ts';
import { type PostgresqlServer, startPostgresql } from '../support/postgresql.ts';
import { resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { watchCommandLines } from '../support/source-world.ts';

/** Somebody who gets medicine. */
const PATIENT = 'Quigley-Zoltan';
/** A password that somebody mistyped. */
const MISTYPED = 'Vertippt-0815-geheim';

describeWith('paper', 'what must stay secret', () => {
  describeWith('postgresql', 'with a database server', () => {
    describeWith('restic', 'and stock restic to look into the copies', () => {
      let scratch: Scratch;
      let azurite: Azurite;
      let container: ContainerClient;
      let server: PostgresqlServer;
      let owner: Owned | undefined;
      let kit: ReadKit;
      let commandLines: string[];
      /** What was told of failures. */
      const told: string[] = [];
      let secrets: Map<string, string>;
      const at = (...names: string[]): string => join(scratch.path, ...names);

      beforeAll(async () => {
        scratch = scratchFolder();
        const support = await import('../support/azurite.ts');
        [azurite, server] = await Promise.all([support.Azurite.start(), startPostgresql()]);
        container = azurite.container();
        for (const folder of ['data', 'on-site', 'paper', 'restored']) mkdirSync(at(folder));
        const stop = watchCommandLines();
        await liveThroughIt();
        commandLines = await stop();
        await support.downloadContainer(container, at('cloud'));
        secrets = await allSecrets();
      });
      afterAll(async () => {
        await owner?.kill();
        await azurite?.stop();
        await server?.stop();
        scratch?.remove();
      });

      async function liveThroughIt(): Promise<void> {
        owner = await Owned.start(at('profile'));
        const { client } = owner;
        await setUp(client);
        const destination = {
          kind: 'folder',
          id: 'on-site',
          name: 'NAS',
          site: 'on-site',
          isolation: 'online',
          path: at('on-site'),
        } as const;
        await client.destinations.add({ destination });
        const cloud = {
          kind: 'azure',
          id: 'cloud',
          name: 'Cloud',
          site: 'off-site',
          isolation: 'online',
          account: 'pharmacy',
          container: container.containerName,
          prefix: '',
          endpoint: `http://127.0.0.1:${azurite.port}/pharmacy`,
        } as const;
        await client.destinations.add({ destination: cloud, credential: { connectionString: azurite.connectionString() } });
        await putSources(owner);
        await runOnce(owner);
        kit = readKit((await client.kit.make({ holder: 'owner' })).pdf, at('paper'));
        await client.kit.test({ holder: 'owner', key: kit.recoveryKey });
        await fail(owner);
        await owner.kill();
        await recover();
      }

      async function putSources({ client }: Owned): Promise<void> {
        const { database, scans, path } = smallSources(at('data'));
        const live = new Database(path);
        live.exec(`CREATE TABLE patients (name TEXT); INSERT INTO patients VALUES ('${PATIENT}')`);
        live.close();
        writeFileSync(at('data', 'scans', `${PATIENT}.tif`), `${PATIENT} `.repeat(1000));
        await server.run('CREATE DATABASE shop');
        await server.run(`CREATE TABLE patients (name text); INSERT INTO patients VALUES ('${PATIENT}')`, 'shop');
        await client.sources.put({ source: database, credentials: {} });
        await client.sources.put({ source: scans, credentials: {} });
        await client.sources.put({ source: shop(), credentials: { shop: { password: server.password } } });
      }

      function shop() {
        const { host, port, user } = server;
        return sourceSchema.parse({ kind: 'postgresql', id: 'shop', name: 'Shop', tier: 'standard', host, port, user, database: 'shop' });
      }

      async function runOnce(one: Owned): Promise<void> {
        const { run } = await ended(one.client, (await one.client.runs.start({})).run);
        expect(run.status).toBe('completed');
        await one.settled();
      }

      /** A backup with a wrong password, a place that lets nobody in, a key that is none. */
      async function fail({ client }: Owned): Promise<void> {
        await client.sources.put({ source: shop(), credentials: { shop: { password: MISTYPED } } });
        const { jobs } = await ended(client, (await client.runs.start({ sources: ['shop'] })).run);
        expect(jobs.some(({ status }) => status === 'failed')).toBe(true);
        told.push(
          JSON.stringify(jobs),
          JSON.stringify(await client.sources.test({ source: shop(), credentials: { shop: { password: MISTYPED } } })),
        );
        const wrong = {
          location: at('on-site'),
          recoveryKey: kit.recoveryKey,
          credential: { connectionString: azurite.connectionString() },
        };
        const refused = await client.recovery.takeOver(wrong).catch(String);
        told.push(JSON.stringify(refused), JSON.stringify(await client.kit.test({ holder: 'pharmacist-in-charge', key: kit.recoveryKey })));
        told.push(JSON.stringify(await client.status.get()));
      }

      async function recover(): Promise<void> {
        owner = await Owned.start(at('new-profile'));
        const { client } = owner;
        const request = { location: at('on-site'), recoveryKey: kit.recoveryKey, sealedAccess: kit.accessLines };
        await client.recovery.takeOver(request);
        const { items } = await client.restore.suggest({ tiers: ['critical', 'important'] });
        const to = { way: 'folder', path: at('restored') } as const;
        const { run } = await ended(client, (await client.restore.start({ items: items.map((item) => ({ ...item, to })) })).run);
        expect(run.status).toBe('completed');
        await owner.settled();
        await owner.kill();
      }

      async function allSecrets(): Promise<Map<string, string>> {
        const found = new Map([
          ['recovery key', kit.recoveryKey],
          ['database password', server.password],
          ['mistyped password', MISTYPED],
          ['account key', /AccountKey=([^;]+)/.exec(azurite.connectionString())?.[1] ?? ''],
        ]);
        for (const name of ['profile', 'new-profile']) {
          const bootstrap = openBootstrap(profileAt(at(name)), systemClock);
          const store = createSecretStore({ installationId: bootstrap.installationId });
          const vault = createCredentialVault({ secrets: store, bootstrap: bootstrap.wrapped });
          found.set(`${name}: this PC's key`, await vault.pcKey());
          for (const credential of vault.names()) {
            const value = (await vault.get(credential)) ?? '';
            const signature = /sig=([^&"]+)/.exec(value)?.[1];
            if (signature !== undefined) found.set(`${name}: ${credential}`, signature);
          }
        }
        return found;
      }

      /** Names of secrets that stand in the bytes, however they are written. */
      function secretsIn(bytes: Buffer): string[] {
        return [...secrets].filter(([, value]) => formsOf(value).some((form) => bytes.includes(form))).map(([name]) => name);
      }

      it('knows all of them', () => {
        expect([...secrets.keys()].filter((name) => /: (destination|paper):cloud$/.test(name))).toHaveLength(4);
        expect([...secrets.values()].filter((value) => value.length < 8)).toEqual([]);
        // What finds nothing must be able to find something.
        for (const [name, value] of secrets) expect(secretsIn(Buffer.from(`before ${value} after`))).toContain(name);
      });

      it('is in no file of a profile, of a copy, or of what was restored', () => {
        for (const folder of ['profile', 'new-profile', 'on-site', 'cloud', 'restored', 'data']) {
          const found = filesBelow(at(folder)).flatMap((file) => secretsIn(readFileSync(file)).map((name) => `${name} in ${file}`));
          expect(found).toEqual([]);
        }
      });

      it('is on no command line, in no answer and in no error', () => {
        expect(commandLines.length).toBeGreaterThan(0);
        expect(secretsIn(Buffer.from(commandLines.join('\n')))).toEqual([]);
        expect(told.join().length).toBeGreaterThan(100);
        expect(secretsIn(Buffer.from(told.join('\n')))).toEqual([]);
      });

      it('is not inside the copies either', async () => {
        const options = { repo: at('on-site'), password: kit.recoveryKey };
        const snapshots = JSON.parse(await resticOk(['snapshots', '--json', '--no-lock'], options)) as { id: string; tags: string[] }[];
        expect(snapshots.some(({ tags }) => tags.includes('seal'))).toBe(true);
        for (const { id } of snapshots) await resticOk(['restore', id, '--target', at('opened', id), '--no-lock'], options);
        const found = filesBelow(at('opened')).flatMap((file) => secretsIn(readFileSync(file)).map((name) => `${name} in ${file}`));
        expect(found).toEqual([]);
        expect(secretsIn(Buffer.from(JSON.stringify(snapshots)))).toEqual([]);
      });

      it('names no patient outside of what the pharmacy itself has', () => {
        expect(filesBelow(at('restored')).filter(isAboutPatient).length).toBeGreaterThan(0);
        for (const folder of ['profile', 'new-profile', 'on-site', 'cloud'])
          expect(filesBelow(at(folder)).filter(isAboutPatient)).toEqual([]);
        expect(commandLines.join('\n')).not.toContain(PATIENT);
        expect(told.join('\n')).not.toContain(PATIENT);
      });

      describe('when the owner dies in the middle of a proof', () => {
        it('leaves patients only in the scratch root, and wipes that at its next start', async () => {
          owner = await Owned.start(at('profile'));
          await owner.client.runs.prove({});
          const root = at('profile', 'scratch');
          for (let patience = 0; !filesBelow(root).some(isAboutPatient); patience++) {
            expect(patience).toBeLessThan(10_000);
            await pause(2);
          }
          await owner.kill();
          const outside = filesBelow(at('profile')).filter((file) => !file.startsWith(root));
          expect(outside.filter(isAboutPatient)).toEqual([]);
          owner = await Owned.start(at('profile'));
          expect(filesBelow(root)).toEqual([]);
          expect(filesBelow(at('profile')).filter(isAboutPatient)).toEqual([]);
        });
      });
    });
  });
});

/** A secret as it is, and as it is written in an address, in base64 and in hexadecimal digits. */
function formsOf(secret: string): Buffer[] {
  const bytes = Buffer.from(secret);
  const dashless = secret.replaceAll('-', '');
  return [secret, dashless, encodeURIComponent(secret), decodeURIComponent(secret), bytes.toString('base64'), bytes.toString('hex')].map(
    (form) => Buffer.from(form),
  );
}

function isAboutPatient(file: string): boolean {
  try {
    return file.includes(PATIENT) || readFileSync(file).includes(PATIENT);
  } catch {
    // Work under way took it away.
    return false;
  }
}

function filesBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  } catch {
    // Work under way took a folder away.
    return [];
  }
}
