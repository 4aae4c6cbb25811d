import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Source, sourceSchema } from '../../src/shared/model/source.ts';
import { jsonLines, LIFEBOAT } from '../support/command-line.ts';
import { describeWith } from '../support/describe-with.ts';
import { finished } from '../support/finished.ts';
import { readKit } from '../support/kit-paper.ts';
import { type MariadbServer, startMariadb } from '../support/mariadb.ts';
import { answered, ended, openOwner, setUp, smallSources } from '../support/pharmacy-app.ts';
import { type PostgresqlServer, startPostgresql } from '../support/postgresql.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

/** The new servers', which nobody wrote down with the old ones. */
const NEW_PASSWORDS = { postgresql: 'Xr-2202-nouveau', mariadb: 'Qf-9314-nuevo' };
/** Known to the dead PC, with servers that burned with it; the new ones have its ports and nothing else of it. */
const ROWS = ["(1, 'Žofie')", "(2, '薬剤師 😀')", "(3, 'Ana')"].join(', ');

describeWith('postgresql', 'a dead PC with database servers', () => {
  describeWith('mariadb', 'of both kinds', () => {
    describeWith('paper', 'and a paper in the safe', () => {
      let scratch: Scratch;
      let postgresql: PostgresqlServer;
      let mariadb: MariadbServer;
      let recoveryKey: string;
      const at = (...names: string[]): string => join(scratch.path, ...names);

      async function fill(): Promise<{ source: Source; password: string }[]> {
        await postgresql.run('CREATE DATABASE shop');
        await postgresql.run(`CREATE TABLE people (id int PRIMARY KEY, name text); INSERT INTO people VALUES ${ROWS}`, 'shop');
        await mariadb.run([
          'CREATE DATABASE shop CHARACTER SET utf8mb4',
          `CREATE TABLE shop.people (id int PRIMARY KEY, name varchar(40))`,
        ]);
        await mariadb.run([`INSERT INTO shop.people VALUES ${ROWS}`]);
        const common = { database: 'shop', questions: [{ name: 'Last', sql: 'SELECT max(id) FROM people' }] };
        const [pg, my] = [postgresql, mariadb].map(({ host, port, user }) => ({ ...common, host, port, user }));
        return [
          {
            source: sourceSchema.parse({ ...pg, kind: 'postgresql', id: 'dispensing-database', name: 'Dispensing', tier: 'critical' }),
            password: postgresql.password,
          },
          {
            source: sourceSchema.parse({ ...my, kind: 'mariadb', id: 'tills', name: 'Tills', tier: 'standard' }),
            password: mariadb.password,
          },
        ];
      }

      beforeAll(async () => {
        scratch = scratchFolder();
        for (const folder of ['data', 'nas', 'paper']) mkdirSync(at(folder));
        [postgresql, mariadb] = await Promise.all([startPostgresql(), startMariadb()]);
        const app = await openOwner(at('old-pc'));
        const client = app.client();
        await setUp(client);
        await client.sources.put({ source: smallSources(at('data')).scans });
        for (const { source, password } of await fill())
          await answered(client.sources.put({ source, credentials: { [source.id]: { password } } }));
        const nas = { kind: 'folder', id: 'nas', name: 'NAS', site: 'on-site', isolation: 'online', path: at('nas') } as const;
        await client.destinations.add({ destination: nas });
        recoveryKey = readKit((await client.kit.make({ holder: 'owner' })).pdf, at('paper')).recoveryKey;
        await ended(client, (await client.runs.start({})).run);
        await app.settled();
        await app.close();

        rmSync(at('data'), { recursive: true });
        const [{ port: pgPort }, { port: myPort }] = [postgresql, mariadb];
        await Promise.all([postgresql.stop(), mariadb.stop()]);
        postgresql = await startPostgresql({ port: pgPort, password: NEW_PASSWORDS.postgresql });
        mariadb = await startMariadb({ port: myPort, password: NEW_PASSWORDS.mariadb });
      });
      afterAll(async () => {
        await postgresql?.stop();
        await mariadb?.stop();
        scratch?.remove();
      });

      async function lifeboat(words: readonly string[], more: NodeJS.ProcessEnv = {}) {
        const { PATH, NODE_COMPILE_CACHE, NODE_OPTIONS, DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR } = process.env;
        const ours = { PATH, NODE_COMPILE_CACHE, NODE_OPTIONS, DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR };
        const env = { ...ours, NODE_NO_WARNINGS: '1', LIFEBOAT_PROFILE: at('new-pc'), ...more };
        const { code, stdout, stderr } = await finished(
          spawn(process.execPath, [LIFEBOAT, ...words, '--json'], { cwd: at(), env, stdio: ['ignore', 'pipe', 'pipe'] }),
        );
        return { code, stderr, objects: jsonLines(stdout) };
      }

      it('comes back whole on new servers, with the passwords that the environment has', async () => {
        const { code, stderr, objects } = await lifeboat(['recover', '--from', at('nas')], {
          LIFEBOAT_RECOVERY_KEY: recoveryKey,
          LIFEBOAT_PASSWORD_DISPENSING_DATABASE: NEW_PASSWORDS.postgresql,
          LIFEBOAT_PASSWORD_TILLS: NEW_PASSWORDS.mariadb,
        });
        expect([code, stderr]).toEqual([0, '']);
        const taken = objects.find(({ message_type }) => message_type === 'taken_over');
        expect(taken?.['credentials_to_change']).toEqual(['Dispensing', 'Tills']);
        const reports = objects.filter(({ message_type }) => message_type === 'restore_report') as { source: string; parts: object[] }[];
        expect(reports.map(({ source, parts }) => [source, parts])).toEqual([
          ['dispensing-database', [expect.objectContaining({ place: 'shop', differences: [], compared: expect.any(Number) as unknown })]],
          ['scans', [expect.objectContaining({ differences: [] })]],
          ['tills', [expect.objectContaining({ place: 'shop', differences: [], compared: expect.any(Number) as unknown })]],
        ]);
        const pg = await postgresql.connect('shop');
        const my = await mariadb.connect('shop');
        try {
          const names = ['Žofie', '薬剤師 😀', 'Ana'].map((name) => ({ name }));
          expect((await pg.query('SELECT name FROM people ORDER BY id')).rows).toEqual(names);
          expect((await my.query('SELECT name FROM people ORDER BY id'))[0]).toEqual(names);
        } finally {
          await pg.end();
          await my.end();
        }
      });

      it('goes on backing up from them, and has the passwords in no file', async () => {
        const { code, objects } = await lifeboat(['run']);
        const jobs = objects.flatMap(({ message_type, jobs: all }) => (message_type === 'run' ? (all as Record<string, unknown>[]) : []));
        const backups = jobs.filter(({ kind }) => kind === 'backup').map(({ source, status }) => `${String(source)} ${String(status)}`);
        expect([code, backups.toSorted((a, b) => (a < b ? -1 : 1))]).toEqual([
          0,
          ['dispensing-database completed', 'scans completed', 'tills completed'],
        ]);
        const files = readdirSync(at('new-pc'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
        for (const { parentPath, name } of files) {
          const content = readFileSync(join(parentPath, name));
          for (const password of Object.values(NEW_PASSWORDS)) expect([name, content.includes(password)]).toEqual([name, false]);
        }
      });
    });
  });
});
