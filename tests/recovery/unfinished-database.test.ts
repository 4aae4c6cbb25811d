import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Source, sourceSchema } from '../../src/shared/model/source.ts';
import { describeWith } from '../support/describe-with.ts';
import { startMariadb } from '../support/mariadb.ts';
import { childrenOf, isRunning, Owned } from '../support/owned.ts';
import { ended, setUp } from '../support/pharmacy-app.ts';
import { startPostgresql } from '../support/postgresql.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

/** A server with a database `pharmacy` that takes long to come back, and one of somebody else's, `precious`. */
interface Site {
  source: Source;
  password: string;
  databases(): Promise<string[]>;
  /** Waits for the next new database, and keeps whoever fills it from coming to an end. */
  holdNext(): Promise<Hold>;
  stop(): Promise<void>;
}

interface Hold {
  held: Promise<unknown>;
  goOn(): Promise<void>;
}

const common = { id: 'dispensing', name: 'Dispensing', tier: 'critical', database: 'pharmacy' } as const;

async function postgresqlSite(): Promise<Site> {
  const server = await startPostgresql();
  await server.run('CREATE DATABASE pharmacy');
  await server.run('CREATE DATABASE precious');
  await server.run('CREATE ROLE pharmacist NOLOGIN');
  // Every row takes its time where it is put back.
  await server.run(
    `CREATE FUNCTION slow(int) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
       SELECT pg_sleep(CASE WHEN current_database() ~ 'restored|trial' THEN 0.05 ELSE 0 END) IS NOT NULL $$;
     CREATE TABLE rx (id int CHECK (public.slow(id)));
     INSERT INTO rx SELECT i FROM generate_series(1, 2000) i;
     GRANT SELECT ON rx TO pharmacist`,
    'pharmacy',
  );
  const databases = async (): Promise<string[]> => {
    const client = await server.connect();
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE NOT datistemplate');
    await client.end();
    return rows.map(({ datname }) => datname);
  };
  const { host, port, user, password } = server;
  const source = sourceSchema.parse({ ...common, kind: 'postgresql', host, port, user });
  const holdNext = async (): Promise<Hold> => {
    const before = (await databases()).length;
    const waiting = async (): Promise<void> => {
      while ((await databases()).length === before) await pause(5);
    };
    return { held: waiting(), goOn: async () => await Promise.resolve() };
  };
  return { source, password, databases, holdNext, stop: server.stop };
}

async function mariadbSite(): Promise<Site> {
  const server = await startMariadb();
  const rows = Array.from({ length: 1000 }, (_, i) => `(${i}, REPEAT('x', 20000))`).join(', ');
  await server.run([
    'CREATE DATABASE pharmacy',
    'CREATE DATABASE precious',
    // In the server itself: whoever watches from outside may come when all is filled.
    `CREATE PROCEDURE precious.hold_next(so_many INT) BEGIN
       WHILE (SELECT COUNT(*) FROM information_schema.SCHEMATA) = so_many DO DO SLEEP(0.001); END WHILE;
       FLUSH TABLES WITH READ LOCK;
     END`,
    'CREATE TABLE pharmacy.rx (id int PRIMARY KEY, scan longtext)',
  ]);
  await server.run([`INSERT INTO pharmacy.rx VALUES ${rows}`]);
  const databases = async (): Promise<string[]> => {
    const client = await server.connect();
    const [found] = await client.query<never>({ sql: 'SELECT SCHEMA_NAME FROM information_schema.SCHEMATA', rowsAsArray: true });
    await client.end();
    return (found as string[][]).map(([name = '']) => name);
  };
  const holdNext = async (): Promise<Hold> => {
    const before = (await databases()).length;
    const client = await server.connect();
    return { held: client.query('CALL precious.hold_next(?)', [before]), goOn: async () => await client.end() };
  };
  const { host, port, user, password } = server;
  const source = sourceSchema.parse({ ...common, kind: 'mariadb', host, port, user });
  return { source, password, databases, holdNext, stop: server.stop };
}

const SITES = { postgresql: postgresqlSite, mariadb: mariadbSite };

for (const kind of ['postgresql', 'mariadb'] as const) {
  describeWith(kind, `a restore into a new database of ${kind} that breaks off`, () => {
    let scratch: Scratch;
    let owner: Owned;
    let site: Site;
    let snapshot: string;
    const at = (...names: string[]): string => join(scratch.path, ...names);
    const halfFilled = async (): Promise<string[]> => (await site.databases()).filter((name) => /_(restored|before)_/.test(name));

    beforeAll(async () => {
      scratch = scratchFolder();
      mkdirSync(at('on-site'));
      site = await SITES[kind]();
      owner = await Owned.start(at('profile'));
      const { client } = owner;
      await setUp(client);
      await client.sources.put({ source: site.source, credentials: { dispensing: { password: site.password } } });
      const place = { kind: 'folder', id: 'on-site', name: 'NAS', site: 'on-site', isolation: 'online', path: at('on-site') } as const;
      await client.destinations.add({ destination: place });
      const { run } = await client.runs.start({});
      snapshot = (await ended(client, run)).jobs.find(({ kind: job }) => job === 'backup')?.snapshot ?? '';
    });
    afterAll(async () => {
      await owner?.kill();
      await site?.stop();
      scratch?.remove();
    });

    const begin = async (to: { way: 'beside' } | { way: 'in-place' } | { way: 'new-database'; name: string }): Promise<string> =>
      (await owner.client.restore.start({ items: [{ source: 'dispensing', destination: 'on-site', snapshot, to, include: [] }] })).run;

    /** Begins a restore and resolves when its database is there, half filled. */
    async function inItsMiddle(to: Parameters<typeof begin>[0]): Promise<{ run: string; goOn: () => Promise<void> }> {
      const { held, goOn } = await site.holdNext();
      const run = await begin(to);
      await held;
      // The server shows it a moment before it says that it is there.
      await pause(500);
      return { run, goOn };
    }

    const UNTOUCHED = expect.arrayContaining(['pharmacy', 'precious']);

    it.each(['beside', 'in-place'] as const)('%s removes what it made when it is cancelled', async (way) => {
      const { run, goOn } = await inItsMiddle({ way });
      await owner.client.runs.cancel({ id: run });
      await goOn();
      const { jobs, warnings } = await ended(owner.client, run);
      expect({ status: jobs[0]?.status, warnings }).toEqual({ status: 'interrupted', warnings: [] });
      expect(await halfFilled()).toEqual([]);
      expect(await site.databases()).toEqual(UNTOUCHED);
    });

    it('removes what it made when the engine process dies', async () => {
      const { run, goOn } = await inItsMiddle({ way: 'beside' });
      for (const pid of childrenOf(owner.pid)) process.kill(pid, 'SIGKILL');
      await goOn();
      const { jobs, warnings } = await ended(owner.client, run);
      expect({ status: jobs[0]?.status, warnings }).toEqual({ status: 'failed', warnings: [] });
      expect(await halfFilled()).toEqual([]);
    });

    it('removes it at the next start when everything was killed', async () => {
      const { goOn } = await inItsMiddle({ way: 'new-database', name: 'trial' });
      const children = childrenOf(owner.pid);
      for (const pid of children) process.kill(pid, 'SIGKILL');
      await owner.kill();
      while (children.some(isRunning)) await pause(20);
      await goOn();
      expect(await site.databases()).toContain('trial');
      owner = await Owned.start(at('profile'));
      while ((await site.databases()).includes('trial')) await pause(50);
      expect(await site.databases()).toEqual(UNTOUCHED);
    });

    it('never touches a database that was there before', async () => {
      const { jobs } = await ended(owner.client, await begin({ way: 'new-database', name: 'precious' }));
      expect(jobs[0]).toMatchObject({ status: 'failed', error: { code: 'database-exists' } });
      expect(await site.databases()).toEqual(UNTOUCHED);
    });

    it('says by name what it could not remove', async () => {
      const { run } = await inItsMiddle({ way: 'new-database', name: 'trial' });
      await site.stop();
      const { jobs, warnings } = await ended(owner.client, run);
      expect(jobs[0]).toMatchObject({ status: 'failed' });
      expect(warnings).toEqual([expect.objectContaining({ code: 'database-left', path: 'dispensing', detail: 'trial' })]);
    });
  });
}
