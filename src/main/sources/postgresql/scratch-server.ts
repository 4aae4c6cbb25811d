import { randomBytes } from 'node:crypto';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { SourceContext } from '../kind.ts';
import { Endings, endAtAbort } from '../server/endings.ts';
import { freePort } from '../server/free-port.ts';
import { type RunAs, runAs } from '../server/run-as.ts';
import { makeServerFolder, type ServerFolder } from '../server/server-folder.ts';
import { serviceAccount } from '../server/service-account.ts';
import { findTool } from '../tools/index.ts';
import { toolEnvironment } from '../tools/tool-environment.ts';
import type { PostgresqlPlace } from './place.ts';

/** A server of our own that nobody else can reach, with nothing in it. */
export interface ScratchServer {
  place: PostgresqlPlace;
  /** Stops it and removes its files. May be repeated. */
  stop(): Promise<void>;
}

const USER = 'postgres';
/** Nothing in it has to survive a power cut. */
const SETTINGS = [
  'fsync = off',
  'full_page_writes = off',
  'synchronous_commit = off',
  'wal_level = minimal',
  'max_wal_senders = 0',
  'max_wal_size = 4GB',
  'autovacuum = off',
  'shared_buffers = 64MB',
  'maintenance_work_mem = 128MB',
  'logging_collector = off',
  'log_min_messages = fatal',
  'log_min_error_statement = panic',
];

/** Starts one of this major version or newer. Undefined: only client tools are installed here. It is stopped and wiped on abort. */
export async function startScratchServer(context: SourceContext, minimumMajor: number): Promise<ScratchServer | undefined> {
  const initdb = await findTool('initdb', { minimumMajor });
  const pgCtl = await findTool('pg_ctl', { minimumMajor });
  if (initdb === undefined || pgCtl === undefined) return undefined;
  const endings = new Endings();
  const account = await serviceAccount('postgres');
  return await endings.unless(async () => {
    const folder = await makeServerFolder(context.scratch, account);
    endings.add(async () => await folder.remove());
    const place = await placeIn(folder);
    const options: RunAs = { account, env: toolEnvironment({}), cwd: dirname(folder.socket), product: 'PostgreSQL' };
    await makeCluster(initdb.path, folder, place, { ...options, signal: context.signal });
    endings.add(async () => await stop(pgCtl.path, folder, options));
    // Not ended by an abort: a server that has only begun to start cannot be told to stop yet.
    await runAs(pgCtl.path, ['--pgdata', folder.data, '--log', logOf(folder), '--wait', '--timeout=60', '--silent', 'start'], options);
    context.signal.throwIfAborted();
    endAtAbort(context.signal, endings);
    return { place, stop: async () => await endings.run() };
  });
}

async function placeIn(folder: ServerFolder): Promise<PostgresqlPlace> {
  const password = randomBytes(24).toString('base64url');
  const isWindows = process.platform === 'win32';
  return { host: isWindows ? '127.0.0.1' : folder.socket, port: isWindows ? await freePort() : 5432, user: USER, password, database: USER };
}

async function makeCluster(initdb: string, folder: ServerFolder, place: PostgresqlPlace, options: RunAs): Promise<void> {
  // Its password opens nothing but this server, and is gone before anything is in it.
  const passwordFile = join(folder.socket, 'initial');
  await writeFile(passwordFile, place.password, { mode: 0o644 });
  const args = ['--pgdata', folder.data, `--username=${USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  await runAs(initdb, [...args, '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'], options);
  await rm(passwordFile, { force: true });
  const reach = process.platform === 'win32' ? `listen_addresses = '127.0.0.1'` : `listen_addresses = ''`;
  const sockets = process.platform === 'win32' ? '' : `unix_socket_directories = '${folder.socket.replaceAll("'", "''")}'`;
  await appendFile(join(folder.data, 'postgresql.conf'), ['', ...SETTINGS, reach, `port = ${place.port}`, sockets, ''].join('\n'));
}

async function stop(pgCtl: string, folder: ServerFolder, options: RunAs): Promise<void> {
  if ((await readFile(join(folder.data, 'postmaster.pid'), 'utf8').catch(() => '')) === '') return;
  try {
    await runAs(pgCtl, ['--pgdata', folder.data, '--mode=immediate', '--wait', '--timeout=60', '--silent', 'stop'], options);
  } catch (error) {
    // It may have ended by itself meanwhile.
    if (!isLifeboatError(error, 'scratch-server-failed') || (await isThere(folder))) throw error;
  }
}

async function isThere(folder: ServerFolder): Promise<boolean> {
  return await readFile(join(folder.data, 'postmaster.pid')).then(
    () => true,
    () => false,
  );
}

function logOf(folder: ServerFolder): string {
  return join(folder.data, 'server.log');
}
