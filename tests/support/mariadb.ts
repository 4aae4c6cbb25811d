import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';
import { findTool } from '../../src/main/sources/tools/index.ts';
import { ended, type ServerOptions, untilSaid } from './postgresql.ts';
import { freePort, serviceUser } from './service-user.ts';

export interface MariadbServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly socket: string;
  readonly pid: number;
  /** A session, which the caller ends. Scripts of several statements are possible. */
  connect(database?: string, as?: { user: string; password: string }): Promise<Connection>;
  /** Statements, in a session of their own. */
  run(statements: readonly string[], database?: string): Promise<void>;
  stop(): Promise<void>;
}

const PASSWORD = 'Zk-4711-geheim';

/** A real server of the test's own, on the loopback and a socket, with nothing in it. Whoever starts it stops it. */
export async function startMariadb({ port: wished, password = PASSWORD }: ServerOptions = {}): Promise<MariadbServer> {
  const program = (await findTool('mariadbd'))?.path;
  if (program === undefined) throw new Error('no MariaDB');
  const user = serviceUser('mysql');
  const home = mkdtempSync(join(tmpdir(), 'lifeboat-my-'));
  user.own(home);
  const [data, first, socket, port] = [
    join(home, 'data'),
    join(home, 'first.sql'),
    join(home, 'mysqld.sock'),
    wished ?? (await freePort()),
  ];
  const installing = ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'];
  // Two that are made at once would take each other's temporary tables away.
  const env = { ...process.env, TMPDIR: home };
  execFileSync('mariadb-install-db', installing, { ...user.ids, env, cwd: dirname(home), stdio: 'pipe' });
  const statements = [
    `ALTER USER root@localhost IDENTIFIED BY '${password}'`,
    `GRANT ALL ON *.* TO root@'127.0.0.1' IDENTIFIED BY '${password}' WITH GRANT OPTION`,
  ];
  writeFileSync(first, `${statements.join(';\n')};\n`, { mode: 0o644 });
  const files = [`--datadir=${data}`, `--tmpdir=${home}`, `--socket=${socket}`, `--pid-file=${join(home, 'pid')}`, `--init-file=${first}`];
  const settings = [
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-log-bin',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=32M',
  ];
  const child = spawn(program, ['--no-defaults', ...files, ...settings], { ...user.ids, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
  await untilSaid(child, /ready for connections/);
  const connect: MariadbServer['connect'] = async (database, as = { user: 'root', password }) =>
    await createConnection({ socketPath: socket, ...as, ...(database !== undefined && { database }), charset: 'utf8mb4_bin' });
  return {
    host: '127.0.0.1',
    port,
    user: 'root',
    password,
    socket,
    pid: child.pid ?? 0,
    connect,
    run: async (all, database) => {
      const client = await connect(database);
      try {
        for (const statement of all) await client.query(statement);
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      await ended(child, 'SIGKILL');
      rmSync(home, { recursive: true, force: true });
    },
  };
}
