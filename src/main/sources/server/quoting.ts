import { LifeboatError } from '../../../shared/errors/index.ts';

/** A name as PostgreSQL takes it, whatever is in it. */
export function doubleQuoted(name: string): string {
  return `"${whole(name).replaceAll('"', '""')}"`;
}

/** A name as MariaDB and MySQL take it, whatever is in it. */
export function backticked(name: string): string {
  return `\`${whole(name).replaceAll('`', '``')}\``;
}

/** A name as SQL Server takes it, whatever is in it. */
export function bracketed(name: string): string {
  return `[${whole(name).replaceAll(']', ']]')}]`;
}

/** A text as SQL Server takes it, whatever is in it. */
export function unicodeLiteral(text: string): string {
  return `N'${whole(text).replaceAll("'", "''")}'`;
}

/** A text as PostgreSQL takes it, also where a connection's settings might change what a backslash means. */
export function escapedLiteral(text: string): string {
  return `E'${whole(text).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** One value of a libpq connection string. */
export function conninfoValue(text: string): string {
  return `'${whole(text).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function whole(text: string): string {
  if (text.includes('\0')) throw new LifeboatError('value-invalid', { name: 'name', value: '?', expected: 'text' });
  return text;
}
