import { LifeboatError } from '../../../shared/errors/index.ts';
import { backticked } from '../server/quoting.ts';
import type { Connection } from './connection.ts';

/** Whether the server has a database of this name. */
export async function hasDatabase(connection: Connection, name: string): Promise<boolean> {
  return (await connection.rows('SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?', [name])).length > 0;
}

/** Its defaults, as `CREATE DATABASE` takes them. */
export async function propertiesOf(connection: Connection, name: string): Promise<string> {
  const sql = 'SELECT DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?';
  const [[characterSet, collation] = []] = await connection.rows(sql, [name]);
  return characterSet && collation ? `CHARACTER SET ${characterSet} COLLATE ${collation}` : '';
}

/** How many others have it open, as far as the account may see. */
export async function sessionsIn(connection: Connection, name: string): Promise<number> {
  const [[count] = []] = await connection.rows(
    'SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE DB = ? AND ID <> CONNECTION_ID()',
    [name],
  );
  return Number(count);
}

/** `source-in-use` if anybody has it open: nobody is thrown out of a pharmacy's database. */
export async function requireUnused(connection: Connection, name: string): Promise<void> {
  if ((await sessionsIn(connection, name)) > 0) throw new LifeboatError('source-in-use', { path: name });
}

/** Qualified and quoted names of what holds rows: tables, and sequences where there are any. */
export async function holdersIn(connection: Connection, name: string): Promise<string[]> {
  const sql = `SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_TYPE IN ('BASE TABLE', 'SEQUENCE', 'SYSTEM VERSIONED')`;
  return (await connection.rows(sql, [name])).map(([table]) => table ?? '');
}

/** Names of its views. */
export async function viewsIn(connection: Connection, name: string): Promise<string[]> {
  const rows = await connection.rows('SELECT TABLE_NAME FROM information_schema.VIEWS WHERE TABLE_SCHEMA = ?', [name]);
  return rows.map(([view]) => view ?? '');
}

/** Removes the triggers, which would keep tables from moving. */
export async function dropTriggers(connection: Connection, name: string): Promise<void> {
  const sql = 'SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = ?';
  for (const [trigger] of await connection.rows(sql, [name])) {
    await connection.rows(`DROP TRIGGER IF EXISTS ${backticked(name)}.${backticked(trigger ?? '')}`);
  }
}

/** Removes views, routines and events: everything that holds no rows of its own. */
export async function dropDefinitions(connection: Connection, name: string): Promise<void> {
  const found = await connection.rows(
    `SELECT 'VIEW', TABLE_NAME FROM information_schema.VIEWS WHERE TABLE_SCHEMA = ?
     UNION ALL SELECT ROUTINE_TYPE, ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ?
     UNION ALL SELECT 'EVENT', EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ?`,
    [name, name, name],
  );
  for (const [type, object] of found) await connection.rows(`DROP ${type} IF EXISTS ${backticked(name)}.${backticked(object ?? '')}`);
}
