import { readFile } from 'node:fs/promises';
import type { Connection } from './connection.ts';

const NAME = String.raw`(?:"(?:[^"]|"")+"|[\w$]+)`;
const ABOUT_ROLE = new RegExp(`^(?:CREATE ROLE (${NAME});|ALTER ROLE (${NAME}) .*;|GRANT ${NAME} TO (${NAME})[ ;].*)$`);

/** Accounts that were made on a server. */
export interface AddedAccounts {
  made: string[];
  /** Those of them that sign in; they have no password yet: a copy has none. */
  signsIn: string[];
}

/** Makes the accounts of a `globals.sql` that the server does not have; those it has stay as they are. */
export async function addMissingAccounts(connection: Connection, path: string): Promise<AddedAccounts> {
  const sql = await readFile(path, 'utf8').catch(() => '');
  const known = new Set((await connection.rows('SELECT rolname FROM pg_catalog.pg_roles')).map(([name]) => name ?? ''));
  const statements = roleStatements(sql).filter(({ role }) => !known.has(role));
  for (const { text } of statements) await connection.run(withoutGrantor(text));
  const made = new Set(statements.map(({ role }) => role));
  const rows = await connection.rows('SELECT rolname FROM pg_catalog.pg_roles WHERE rolcanlogin');
  return { made: [...made], signsIn: rows.map(([name]) => name ?? '').filter((name) => made.has(name)) };
}

/** Statements of a `globals.sql` about one role each. */
export function roleStatements(sql: string): { role: string; text: string }[] {
  return sql.split('\n').flatMap((line) => {
    const match = ABOUT_ROLE.exec(line);
    const name = match?.[1] ?? match?.[2] ?? match?.[3];
    return name === undefined ? [] : [{ role: unquoted(name), text: line }];
  });
}

/** Who gave a membership may be an account that cannot give it here. */
function withoutGrantor(statement: string): string {
  return statement.replace(new RegExp(` GRANTED BY ${NAME};$`), ';');
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

/** Whether the session may make accounts and give things to others. */
export async function isSuperuser(connection: Connection): Promise<boolean> {
  const [[answer] = []] = await connection.rows('SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user');
  return answer === 't';
}
