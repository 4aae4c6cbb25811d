import { createReadStream } from 'node:fs';
import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { SourceContext, SourceWarningCode } from '../kind.ts';
import { databaseError } from '../server/database-error.ts';
import { makeOnRecord } from '../server/making.ts';
import { backticked } from '../server/quoting.ts';
import { runTool } from '../tools/index.ts';
import type { Connection } from './connection.ts';
import { hasDatabase } from './databases.ts';
import { type DumpHead, withoutDefiners } from './dump.ts';
import { restEvents } from './events.ts';
import { endpointOf, mariadbError } from './place.ts';
import { tidyAfter } from './tidy-after.ts';
import { clientTool, environmentOf, reachArguments } from './tools.ts';

/** Something with SQL in it that can be read more than once. */
export type SqlText = () => AsyncIterable<Uint8Array>;

type Warnings = { code: SourceWarningCode; detail?: string }[];

/** Makes a database and fills it from a dump. Its events rest, so that they do not work on copies. Nothing is left of a failed try. */
export async function makeAndFill(
  admin: Connection,
  name: string,
  dump: { path: string; head: DumpHead },
  { signal, making }: Pick<SourceContext, 'signal' | 'making'>,
): Promise<Warnings> {
  await makeOnRecord(name, making, {
    isThere: async () => await hasDatabase(admin, name),
    create: async () => await createDatabase(admin, name, dump.head.properties),
  });
  try {
    const warnings = await feed(admin, name, () => createReadStream(dump.path), signal);
    await restEvents(admin, name);
    return warnings;
  } catch (error) {
    await tidyAfter(admin, async (session) => void (await session.rows(`DROP DATABASE IF EXISTS ${backticked(name)}`)));
    throw error;
  }
}

/** With these defaults, or the server's own where it does not know them. `database-exists`. */
export async function createDatabase(admin: Connection, name: string, properties: string): Promise<void> {
  const named = (error: unknown): never => {
    throw isLifeboatError(error, 'database-exists') ? new LifeboatError('database-exists', { name }) : error;
  };
  try {
    await admin.rows(`CREATE DATABASE ${backticked(name)} ${properties}`);
  } catch (error) {
    // 1115 and 1273: a character set or a collation that is not known here.
    if (!isLifeboatError(error, 'database-failed') || !['1115', '1273'].includes(error.data.reason)) named(error);
    await admin.rows(`CREATE DATABASE ${backticked(name)}`).catch(named);
  }
}

/** Runs SQL in a database. Where the account may not set for whom views and routines act, they act for the account itself. */
export async function feed(admin: Connection, name: string, sql: SqlText, signal: AbortSignal): Promise<Warnings> {
  try {
    await pour(admin, name, sql(), signal);
    return [];
  } catch (error) {
    if (!isLifeboatError(error, 'database-rights-missing')) throw error;
    await pour(admin, name, withoutDefiners(sql()), signal);
    return [{ code: 'accounts-not-covered' }];
  }
}

/** `--binary-mode`: a row or a hostile dump cannot give the client commands, such as one that starts a program. */
async function pour(admin: Connection, name: string, input: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<void> {
  const tool = await clientTool('client', admin.isMariadb);
  const args = [...reachArguments(tool, admin.place, admin.isEncrypted), '--binary-mode', '--max-allowed-packet=1G', `--database=${name}`];
  try {
    await runTool(tool, args, { env: environmentOf(admin.place), input, signal });
  } catch (error) {
    const number = isLifeboatError(error, 'tool-failed') ? /ERROR (\d+)/.exec(error.data.detail)?.[1] : undefined;
    // The client's own words quote rows; the server's number is enough.
    throw number === undefined ? error : byNumber(number, admin);
  }
}

function byNumber(number: string, { place }: Connection): LifeboatError {
  return Number(number) >= 2000 && Number(number) < 3000
    ? databaseError({ code: 'ECONNRESET' }, endpointOf(place), () => undefined)
    : mariadbError({ errno: Number(number) }, place);
}
