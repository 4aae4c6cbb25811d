import { randomBytes } from 'node:crypto';
import { access, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SourceContext } from '../kind.ts';
import { startDaemon } from '../server/daemon.ts';
import { Endings, endAtAbort } from '../server/endings.ts';
import { freePort } from '../server/free-port.ts';
import { type RunAs, runAs } from '../server/run-as.ts';
import { makeServerFolder, type ServerFolder } from '../server/server-folder.ts';
import { type ServiceAccount, serviceAccount } from '../server/service-account.ts';
import { findTool, type Tool } from '../tools/index.ts';
import { toolEnvironment } from '../tools/tool-environment.ts';
import type { MariadbPlace } from './place.ts';

/** A server of our own that nobody else can reach, with nothing in it. */
export interface ScratchServer {
  place: MariadbPlace;
  /** Stops it and removes its files. May be repeated. */
  stop(): Promise<void>;
}

/** Nothing in it has to survive a power cut, and it reads and writes no files of others. */
const SETTINGS = [
  '--skip-log-bin',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-buffer-pool-size=128M',
  '--max-allowed-packet=1G',
  '--local-infile=0',
  '--character-set-server=utf8mb4',
  '--event-scheduler=OFF',
];
const USER = 'root';

/** Starts one of this family. Undefined: only client tools are installed here, or servers of the other family. It is stopped and wiped on abort. */
export async function startScratchServer(context: SourceContext, isMariadb: boolean): Promise<ScratchServer | undefined> {
  const programs = await programsFor(isMariadb);
  if (programs === undefined) return undefined;
  const endings = new Endings();
  const account = await serviceAccount('mysql');
  return await endings.unless(async () => {
    const folder = await makeServerFolder(context.scratch, account);
    endings.add(async () => await folder.remove());
    const options: RunAs = { account, env: toolEnvironment({}), cwd: dirname(folder.socket), product: isMariadb ? 'MariaDB' : 'MySQL' };
    await makeData(programs, folder, { ...options, signal: context.signal });
    const place = await placeIn(folder);
    const first = await writeFirstStatements(folder, place, account);
    const args = [...basics(folder, place), ...SETTINGS, `--init-file=${first}`, ...(isMariadb ? [] : ['--mysqlx=OFF'])];
    const daemon = await startDaemon(programs.server.path, args, /ready for connections/, options);
    endings.add(async () => await daemon.stop());
    await rm(first, { force: true });
    context.signal.throwIfAborted();
    endAtAbort(context.signal, endings);
    return { place, stop: async () => await endings.run() };
  });
}

interface Programs {
  server: Tool;
  /** Makes the first files; undefined where the server does that itself. */
  installer: Tool | undefined;
}

async function programsFor(isMariadb: boolean): Promise<Programs | undefined> {
  const servers = (await Promise.all(['mariadbd', 'mysqld'].map(async (name) => await findTool(name)))).filter(
    (tool) => tool !== undefined,
  );
  const server = servers.find((tool) => /mariadb/i.test(tool.banner) === isMariadb);
  if (server === undefined || !isMariadb) return server && { server, installer: undefined };
  const installer = await installerBeside(server);
  return installer && { server, installer };
}

/** The installing script knows no `--version`, by which tools are found otherwise. */
async function installerBeside(server: Tool): Promise<Tool | undefined> {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folders = [
    dirname(server.path),
    join(dirname(dirname(server.path)), 'bin'),
    join(dirname(dirname(server.path)), 'scripts'),
    '/usr/bin',
  ];
  const paths = folders.flatMap((folder) => ['mariadb-install-db', 'mysql_install_db'].map((name) => join(folder, `${name}${ending}`)));
  for (const path of paths) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return { ...server, path };
  }
  return undefined;
}

function makeArguments({ data }: ServerFolder, installer: Tool | undefined): string[] {
  if (installer === undefined) return ['--no-defaults', '--initialize-insecure', `--datadir=${join(data, 'files')}`];
  if (process.platform === 'win32') return [`--datadir=${join(data, 'files')}`];
  return [
    '--no-defaults',
    `--datadir=${join(data, 'files')}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
  ];
}

async function makeData({ server, installer }: Programs, folder: ServerFolder, options: RunAs): Promise<void> {
  // Two that are made at once would take each other's temporary tables away.
  const env = { ...options.env, TMPDIR: folder.data, TMP: folder.data, TEMP: folder.data };
  await runAs((installer ?? server).path, makeArguments(folder, installer), { ...options, env });
}

function basics({ data }: ServerFolder, { host, port }: MariadbPlace): string[] {
  const files = ['--no-defaults', `--datadir=${join(data, 'files')}`, `--tmpdir=${data}`, `--pid-file=${join(data, 'server.pid')}`];
  if (process.platform === 'win32') return [...files, `--port=${port}`, '--bind-address=127.0.0.1', '--console'];
  return [...files, `--socket=${host}`, '--skip-networking'];
}

async function placeIn({ socket }: ServerFolder): Promise<MariadbPlace> {
  const password = randomBytes(24).toString('base64url');
  const isWindows = process.platform === 'win32';
  const way = isWindows ? { host: '127.0.0.1', port: await freePort() } : { host: join(socket, 'mysqld.sock'), port: 3306 };
  return { ...way, user: USER, password, database: undefined };
}

/** The server's account gets its password before anybody can reach the server. */
async function writeFirstStatements(
  { socket }: ServerFolder,
  { password }: MariadbPlace,
  account: ServiceAccount | undefined,
): Promise<string> {
  const folder = join(socket, 'first');
  await mkdir(folder, { mode: 0o700 });
  const path = join(folder, 'first.sql');
  await writeFile(path, `ALTER USER '${USER}'@'localhost' IDENTIFIED BY '${password}';\n`, { mode: 0o600 });
  if (account !== undefined) for (const name of [folder, path]) await chown(name, account.uid, account.gid);
  return path;
}
