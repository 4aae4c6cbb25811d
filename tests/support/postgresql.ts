import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { findTool } from '../../src/main/sources/tools/index.ts';
import { freePort, serviceUser } from './service-user.ts';

export interface PostgresqlServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Folder of its local socket. */
  readonly socket: string;
  readonly pid: number;
  /** A session, which the caller ends. */
  connect(database?: string, as?: { user: string; password: string }): Promise<Client>;
  /** One script, in a session of its own. */
  run(sql: string, database?: string): Promise<void>;
  stop(): Promise<void>;
}

const PASSWORD = 'Zk-4711-geheim';

/** What a server is like that takes the place of another. */
export interface ServerOptions {
  port?: number;
  password?: string;
}

/** A real server of the test's own, on the loopback and a socket, with nothing in it. Whoever starts it stops it. */
export async function startPostgresql({ port: wished, password = PASSWORD }: ServerOptions = {}): Promise<PostgresqlServer> {
  const initdb = (await findTool('initdb'))?.path;
  const program = (await findTool('postgres'))?.path;
  if (initdb === undefined || program === undefined) throw new Error('no PostgreSQL');
  const user = serviceUser('postgres');
  const home = mkdtempSync(join(tmpdir(), 'lifeboat-pg-'));
  user.own(home);
  const [data, passwordFile, port] = [join(home, 'data'), join(home, 'pw'), wished ?? (await freePort())];
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const args = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C.UTF-8', '-N'];
  execFileSync(initdb, args, { ...user.ids, cwd: dirname(home), stdio: 'pipe' });
  const settings = ['fsync=off', 'max_connections=40', `listen_addresses='127.0.0.1'`, `unix_socket_directories='${home}'`, `port=${port}`];
  appendFileSync(join(data, 'postgresql.conf'), `\n${settings.join('\n')}\n`);
  const child = spawn(program, ['-D', data], { ...user.ids, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
  await untilSaid(child, /ready to accept connections/);
  const connect: PostgresqlServer['connect'] = async (database = 'postgres', as = { user: 'postgres', password }) => {
    const client = new Client({ host: home, port, database, ...as });
    await client.connect();
    return client;
  };
  return {
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    socket: home,
    pid: child.pid ?? 0,
    connect,
    run: async (sql, database) => {
      const client = await connect(database);
      try {
        await client.query(sql);
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      await ended(child, 'SIGQUIT');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Until a server says so on its standard error; an error if it ends before. */
export async function untilSaid(child: ChildProcess, words: RegExp): Promise<void> {
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    if (child.stderr === null) throw new Error('no standard error');
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      if (words.test(line)) resolve();
    });
    child.once('exit', () => reject(new Error(`it did not start:\n${said.join('\n')}`)));
  });
}

/** Ends a process we started and waits for it. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}
