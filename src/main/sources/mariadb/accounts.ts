import { readFile } from 'node:fs/promises';
import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { Connection } from './connection.ts';

/** Accounts that every server brings itself. */
const OWN = new Set(['root', 'mysql', 'mariadb.sys', 'mysql.sys', 'mysql.session', 'mysql.infoschema', 'debian-sys-maint', 'PUBLIC', '']);
const HEAD = '-- account ';

interface Account {
  user: string;
  host: string;
  isRole: boolean;
}

/** The server's accounts and their rights, without passwords. Undefined: the session's account may not see them. */
export async function accountsSql(connection: Connection): Promise<string | undefined> {
  try {
    const accounts = (await accountsOf(connection)).filter(({ user }) => !OWN.has(user));
    const blocks: string[] = [];
    // Roles first: accounts are given them.
    for (const account of accounts.toSorted((a, b) => Number(b.isRole) - Number(a.isRole))) blocks.push(await blockOf(connection, account));
    return blocks.join('\n');
  } catch (error) {
    if (isLifeboatError(error, 'database-rights-missing') || isLifeboatError(error, 'database-failed')) return undefined;
    throw error;
  }
}

/**
 * Makes the accounts of an `accounts.sql` that the server does not have, locked, since they have no password. Those it has stay as
 * they are. Gives the names of new ones that somebody signs in with; none where the session's account may not do this.
 */
export async function addMissingAccounts(connection: Connection, path: string): Promise<string[]> {
  const sql = await readFile(path, 'utf8').catch(() => '');
  try {
    const known = new Set((await accountsOf(connection)).map(nameOf));
    const added: string[] = [];
    for (const { name, statements } of blocksOf(sql).filter((block) => !known.has(block.name))) {
      // A right on something that is not here is left out.
      for (const statement of statements) await connection.rows(statement).catch(onlyFailed);
      if (statements.some((statement) => statement.startsWith('CREATE USER'))) added.push(name);
    }
    return added;
  } catch (error) {
    if (isLifeboatError(error, 'database-rights-missing')) return [];
    throw error;
  }
}

async function accountsOf(connection: Connection): Promise<Account[]> {
  const role = connection.isMariadb ? 'is_role' : `'N'`;
  const rows = await connection.rows(`SELECT User, Host, ${role} FROM mysql.user ORDER BY User, Host`);
  return rows.map(([user, host, isRole]) => ({ user: user ?? '', host: host ?? '', isRole: isRole === 'Y' }));
}

async function blockOf(connection: Connection, account: Account): Promise<string> {
  const name = nameOf(account);
  const create = account.isRole ? `CREATE ROLE IF NOT EXISTS ${name}` : `CREATE USER IF NOT EXISTS ${name} ACCOUNT LOCK`;
  const grants = (await connection.rows(`SHOW GRANTS FOR ${name}`)).map(([grant]) => withoutSecret(grant ?? ''));
  return `${HEAD}${name}\n${[create, ...grants].map((statement) => `${statement};\n`).join('')}`;
}

/** Statements by the account they are about. */
export function blocksOf(sql: string): { name: string; statements: string[] }[] {
  return sql
    .split(new RegExp(`^${HEAD}`, 'm'))
    .slice(1)
    .map((block) => {
      const [name = '', ...lines] = block.split('\n');
      return { name, statements: lines.filter((line) => line !== '').map((line) => line.replace(/;$/, '')) };
    });
}

/** A grant without the hash of the password that older servers put into it. */
export function withoutSecret(grant: string): string {
  return grant.replace(/ IDENTIFIED (?:BY|VIA|WITH) .*?(?= REQUIRE | WITH (?:GRANT|MAX|ADMIN)|$)/, '');
}

function nameOf({ user, host, isRole }: Account): string {
  return isRole ? quoted(user) : `${quoted(user)}@${quoted(host)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

function onlyFailed(error: unknown): void {
  if (!isLifeboatError(error, 'database-failed')) throw error;
}
