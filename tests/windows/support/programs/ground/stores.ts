import { spawnSync } from 'node:child_process';
import Database from 'better-sqlite3';
import keytar from 'keytar';
import type { Facts } from './facts.ts';

const SERVICE = 'Lifeboat test';

/** Where the app keeps its secrets and its memory. */
export const storeFacts: Facts = {
  credentials: async () => {
    await keytar.setPassword(SERVICE, 'wrapping-key', 'sécret 😀');
    const kept = await keytar.getPassword(SERVICE, 'wrapping-key');
    const listed = (await keytar.findCredentials(SERVICE)).map(({ account }) => account);
    await keytar.deletePassword(SERVICE, 'wrapping-key');
    return { kept, listed, after: await keytar.getPassword(SERVICE, 'wrapping-key') };
  },
  sqlite: () => {
    const database = new Database('D:\\store.db');
    const mode: unknown = database.pragma('journal_mode = WAL', { simple: true });
    database.exec('create table t (x); insert into t values (1), (2)');
    const { rows } = database.prepare<[], { rows: number }>('select count(*) as rows from t').get() ?? {};
    database.close();
    return { mode, rows };
  },
  sqliteLock: () => {
    const database = new Database('D:\\lock.db');
    database.exec('create table t (x); begin exclusive');
    const during = writeElsewhere('D:\\lock.db');
    database.exec('commit');
    const after = writeElsewhere('D:\\lock.db');
    database.close();
    return [during, after];
  },
};

function writeElsewhere(file: string): string {
  const program = `
    const Database = require('C:\\\\lifeboat\\\\node_modules\\\\better-sqlite3');
    try { new Database(process.argv[1], { timeout: 20 }).exec('insert into t values (1)'); console.log('written'); }
    catch (error) { console.log(error.code); }`;
  return spawnSync(process.execPath, ['-e', program, file], { encoding: 'utf8' }).stdout.trim();
}
