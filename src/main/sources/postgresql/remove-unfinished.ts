import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { SourceContext, UnfinishedDatabase } from '../kind.ts';
import { isOwn } from '../server/making.ts';
import { doubleQuoted, escapedLiteral } from '../server/quoting.ts';
import type { Connection } from './connection.ts';
import { connectAsAdmin, hasDatabase } from './databases.ts';
import { type PostgresqlSource, placeOf } from './place.ts';

/** Tries, since the server needs a moment to see that whoever filled it is gone. */
const TRIES = 5;

/** Removes what a restore left: the database, and accounts made for it that nothing else belongs to. */
export async function removeUnfinishedPostgresql(
  source: PostgresqlSource,
  { name, isMade, accounts }: UnfinishedDatabase,
  context: SourceContext,
): Promise<boolean> {
  const admin = await connectAsAdmin(placeOf(source, context), context.signal);
  try {
    // Where it is not there it was put to work under another name, with its accounts, or never made.
    if (!(await hasDatabase(admin, name))) return true;
    if (!isOwn({ name, isMade })) return false;
    for (let left = TRIES; !(await drop(admin, name)); left -= 1) if (left === 0) return false;
    // Whatever else somebody has given an account in the meantime keeps it where it is.
    for (const account of accounts) await admin.run(`DROP ROLE IF EXISTS ${doubleQuoted(account)}`).catch(() => undefined);
    return true;
  } finally {
    await admin.end();
  }
}

/** Ends every session in it first: it is nobody's but the restore's. False: one is still there. */
async function drop(admin: Connection, name: string): Promise<boolean> {
  await admin.rows(
    `SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE datname = ${escapedLiteral(name)} AND pid <> pg_catalog.pg_backend_pid()`,
  );
  try {
    // The server itself waits up to five seconds for sessions that are ending.
    await admin.run(`DROP DATABASE IF EXISTS ${doubleQuoted(name)}`);
    return true;
  } catch (error) {
    if (isLifeboatError(error, 'source-in-use')) return false;
    throw error;
  }
}
