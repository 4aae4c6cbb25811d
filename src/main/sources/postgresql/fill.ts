import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Making, SourceWarningCode } from '../kind.ts';
import { makeOnRecord } from '../server/making.ts';
import { doubleQuoted } from '../server/quoting.ts';
import { runTool, type Tool } from '../tools/index.ts';
import { addMissingAccounts, isSuperuser } from './accounts.ts';
import type { Archive } from './archive.ts';
import { GLOBALS } from './capture.ts';
import type { Connection } from './connection.ts';
import { dropOurs, hasDatabase } from './databases.ts';
import { dbnameArgument, toolEnvironmentOf } from './place.ts';

export interface Fill {
  archive: Archive;
  /** The folder of the dump, where `globals.sql` is too. */
  folder: string;
  /** pg_restore. */
  tool: Tool;
  signal: AbortSignal;
  making?: Making | undefined;
}

type Warnings = { code: SourceWarningCode; detail?: string }[];

/**
 * Makes a database of this name and fills it. With full rights owners and rights come back too, and accounts that the server
 * does not have; else, or if that fails, everything belongs to the account itself. Nothing is left of a failed try.
 */
export async function makeAndFill(admin: Connection, name: string, fill: Fill): Promise<Warnings> {
  const isMaster = await isSuperuser(admin);
  const { made = [], signsIn = [] } = isMaster ? await addMissingAccounts(admin, join(fill.folder, GLOBALS)) : {};
  const isThere = async (database: string): Promise<boolean> => await hasDatabase(admin, database);
  const make = async (): Promise<void> => {
    const making = fill.making && { ...fill.making, begin: async (it: string) => await fill.making?.begin(it, made) };
    await makeOnRecord(name, making, { isThere, create: async () => await create(admin, name, fill.archive.creation) });
  };
  await make();
  try {
    await tryToFill(admin, name, fill, isMaster ? [] : ['--no-owner']);
  } catch (error) {
    if (!isLifeboatError(error, 'tool-failed')) throw error;
    await make();
    await tryToFill(admin, name, fill, ['--no-owner', '--no-privileges']);
    return [{ code: 'accounts-not-covered' }];
  }
  // An account that came back has no password: somebody must give it one before it can sign in.
  return signsIn.length === 0 ? [] : [{ code: 'accounts-not-covered', detail: signsIn.join(', ') }];
}

async function tryToFill(admin: Connection, name: string, fill: Fill, rights: readonly string[]): Promise<void> {
  try {
    const jobs = `--jobs=${Math.min(4, availableParallelism())}`;
    const args = ['--exit-on-error', '--no-password', jobs, ...rights, dbnameArgument(name), fill.archive.path];
    await runTool(fill.tool, args, { env: toolEnvironmentOf(admin.place), signal: fill.signal });
    if (!rights.includes('--no-privileges')) await applySettings(admin, name, fill.archive);
  } catch (error) {
    await dropOurs(admin.place, name);
    throw error;
  }
}

/** As it was made where it comes from; in the server's own way if a collation of there is not known here. */
async function create(admin: Connection, name: string, creation: string | undefined): Promise<void> {
  const target = `CREATE DATABASE ${doubleQuoted(name)}`;
  const encoding = /ENCODING = '[^']*'/.exec(creation ?? '')?.[0] ?? '';
  const ways = [creation, `WITH TEMPLATE = template0 ${encoding}`, `WITH TEMPLATE = template0 ${encoding} LOCALE = 'C'`];
  for (const [index, way] of ways.entries()) {
    if (way === undefined) continue;
    try {
      await admin.run(`${target} ${way}`);
      return;
    } catch (error) {
      if (isLifeboatError(error, 'database-exists')) throw new LifeboatError('database-exists', { name });
      // 22023, 42704 and 42809: a collation or a table space that is not known here, or does not fit the encoding.
      if (index === ways.length - 1 || !isLifeboatError(error, 'database-failed')) throw error;
    }
  }
}

/** Settings, rights and comment of the database itself. One that is not possible here, such as an owner unknown, is left out. */
async function applySettings(admin: Connection, name: string, { settings }: Archive): Promise<void> {
  for (const { before, after } of settings) {
    await admin.run(`${before}${doubleQuoted(name)}${after}`).catch((error: unknown) => {
      if (!isLifeboatError(error, 'database-failed') && !isLifeboatError(error, 'database-rights-missing')) throw error;
    });
  }
}
