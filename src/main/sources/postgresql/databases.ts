import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import { doubleQuoted, escapedLiteral } from '../server/quoting.ts';
import { type Connection, connect } from './connection.ts';
import type { PostgresqlPlace } from './place.ts';

/** Databases every server has, of which one can be entered to work on others. */
const ALWAYS_THERE = ['postgres', 'template1'];

/** Milliseconds that taking away what a failed try left may last. */
const PATIENCE = 60_000;

/** A session in none of the databases that are worked on. */
export async function connectAsAdmin(place: PostgresqlPlace, signal: AbortSignal): Promise<Connection> {
  let failure: unknown;
  for (const database of ALWAYS_THERE) {
    try {
      return await connect({ ...place, database }, signal);
    } catch (error) {
      if (!isLifeboatError(error, 'database-missing') && !isLifeboatError(error, 'database-rights-missing')) throw error;
      failure = error;
    }
  }
  throw failure;
}

/** Whether the server has a database of this name. */
export async function hasDatabase(connection: Connection, name: string): Promise<boolean> {
  return (await connection.rows(`SELECT FROM pg_catalog.pg_database WHERE datname = ${escapedLiteral(name)}`)).length > 0;
}

/** How many others have it open. */
export async function sessionsIn(connection: Connection, name: string): Promise<number> {
  const [[count] = []] = await connection.rows(
    `SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE datname = ${escapedLiteral(name)} AND pid <> pg_catalog.pg_backend_pid()`,
  );
  return Number(count);
}

/** `source-in-use` if anybody has it open: nobody is thrown out of a pharmacy's database. */
export async function requireUnused(connection: Connection, name: string): Promise<void> {
  if ((await sessionsIn(connection, name)) > 0) throw new LifeboatError('source-in-use', { path: name });
}

/**
 * Takes a database of our own making away, as far as that is possible; in a session of its own, since a stop ends all others. A
 * tool that was stopped may have left the server at work in it, on an index for hours: that is cut off.
 */
export async function dropOurs(place: PostgresqlPlace, name: string): Promise<void> {
  try {
    const connection = await connectAsAdmin(place, AbortSignal.timeout(PATIENCE));
    try {
      const inIt = `SELECT pid FROM pg_catalog.pg_stat_activity WHERE datname = ${escapedLiteral(name)}`;
      await connection.rows(`SELECT pg_catalog.pg_terminate_backend(pid) FROM (${inIt}) AS others`);
      await connection.run(`DROP DATABASE IF EXISTS ${doubleQuoted(name)}`);
    } finally {
      await connection.end();
    }
  } catch {
    // What failed before is what a person hears of.
  }
}

/** Several renames as one: all of them or none. `source-in-use` if somebody has one of them open. */
export async function rename(connection: Connection, names: readonly { from: string; to: string }[]): Promise<void> {
  await connection.run('BEGIN');
  let current = '';
  try {
    for (const { from, to } of names) {
      current = from;
      await connection.run(`ALTER DATABASE ${doubleQuoted(from)} RENAME TO ${doubleQuoted(to)}`);
    }
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    if (isLifeboatError(error, 'source-in-use')) throw new LifeboatError('source-in-use', { path: current });
    throw error;
  }
}
