import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Asks each package that stays one for a little real work, from inside the unpacked app. Its output names those that did it. */
const WORK = `
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const from = async (name) => { const found = await import(name); return found.default ?? found; };
const works = {
  '@azure/storage-blob': async () => {
    const { BlobServiceClient, AnonymousCredential } = await import('@azure/storage-blob');
    return new BlobServiceClient('http://127.0.0.1:1/account', new AnonymousCredential()).getContainerClient('copies').url.endsWith('/copies');
  },
  'better-sqlite3': async () => new (await from('better-sqlite3'))(':memory:').prepare('select 6 * 7 as n').get().n === 42,
  'electron-updater': () => typeof require('electron-updater').CancellationToken === 'function',
  keytar: async () => typeof (await from('keytar')).getPassword === 'function',
  koffi: () => typeof require('koffi').load === 'function' && require('koffi').sizeof('int64') === 8,
  mssql: async () => new (await from('mssql')).ConnectionPool({ server: 'localhost' }).connected === false,
  mysql2: async () => (await from('mysql2')).escape("it's") === "'it\\\\'s'",
  'node-schedule': async () => (await from('node-schedule')).scheduleJob(new Date(Date.now() + 60_000), () => {}).cancel(),
  nodemailer: async () => String((await (await from('nodemailer')).createTransport({ streamTransport: true, buffer: true }).sendMail({ to: 'a@example.com', text: 'x' })).message).includes('a@example.com'),
  pdfmake: async () => {
    const pdfmake = await from('pdfmake');
    pdfmake.setFonts((await import('pdfmake/fonts/Roboto.js')).default);
    return (await pdfmake.createPdf({ content: ['Recovery kit', { qr: 'key' }] }).getBuffer()).toString('latin1').startsWith('%PDF-');
  },
  pg: async () => (await from('pg')).escapeIdentifier('a"b') === '"a""b"',
  ws: async () => typeof (await import('ws')).WebSocketServer === 'function',
};
const done = {};
for (const [name, work] of Object.entries(works)) done[name] = await work();
console.log(JSON.stringify(done));
process.exit(0);
`;

/** For each package of the app unpacked at `app` whether it did its work. */
export async function exercisePackages(app: string): Promise<Record<string, boolean>> {
  const script = join(app, 'exercise.mjs');
  writeFileSync(script, WORK);
  const { stdout } = await run(process.execPath, [script], { cwd: app });
  return JSON.parse(stdout) as Record<string, boolean>;
}

/** Backs up a file with the app unpacked at `app`, restores it, and gives what came back and what the backup had to complain about. */
export async function runPacked(app: string, scratch: string): Promise<{ restored: string; said: string }> {
  const [data, target] = [join(scratch, 'data'), join(scratch, 'restored')];
  mkdirSync(data);
  writeFileSync(join(data, 'prescriptions.txt'), 'Rx 104233\n'.repeat(50_000));
  const env = { ...process.env, LIFEBOAT_PASSWORD: 'correct horse', LIFEBOAT_REPOSITORY: join(scratch, 'repository') };
  const start = join(app, 'start.mjs');
  writeFileSync(
    start,
    "const { main } = await import('./dist/main/cli/index.js');\nprocess.exitCode = await main(process.argv.slice(2));\n",
  );
  const lifeboat = async (...words: string[]): Promise<{ stderr: string }> =>
    await run(process.execPath, [start, ...words], { cwd: app, env });
  await lifeboat('init');
  const { stderr } = await lifeboat('backup', data);
  await lifeboat('check', '--read-data');
  await lifeboat('restore', 'latest', '--target', target);
  return { restored: readFileSync(join(target, data, 'prescriptions.txt'), 'utf8'), said: stderr };
}

/** What the smoke test of the app unpacked at `app` reports, as the installed program gives it with `--smoke-test`. */
export async function smokeTest(app: string): Promise<unknown> {
  const { stdout } = await run(process.execPath, [join(app, 'dist/main/electron/smoke-test.js')], { cwd: app });
  return JSON.parse(stdout) as unknown;
}
