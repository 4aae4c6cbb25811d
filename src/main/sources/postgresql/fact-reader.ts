import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Question } from '../../../shared/model/source.ts';
import type { DateColumn, FactReader, WitnessTable } from '../server/facts.ts';
import { readingQuestion, singleValue } from '../server/question.ts';
import { doubleQuoted } from '../server/quoting.ts';
import type { Connection } from './connection.ts';

/** Ordinary tables that a dump has, largest first. Those of extensions come with the extension. */
const TABLES = `
  SELECT n.nspname, c.relname, coalesce(pg_catalog.pg_table_size(c.oid), 0),
    coalesce((
      SELECT pg_catalog.json_agg(pg_catalog.json_build_object('name', a.attname, 'type', t.typname, 'isIndexed', EXISTS (
        SELECT FROM pg_catalog.pg_index i
        WHERE i.indrelid = c.oid AND i.indisvalid AND i.indpred IS NULL AND i.indkey[0] = a.attnum)) ORDER BY a.attnum)
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND a.atttypid IN ('date'::pg_catalog.regtype, 'timestamp'::pg_catalog.regtype, 'timestamptz'::pg_catalog.regtype)), '[]')
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY 3 DESC, 1, 2`;

/** As written in a witness, in UTC for moments. `%` stands for the newest value. */
const WRITTEN: Readonly<Record<string, string>> = {
  date: `to_char(%, 'YYYY-MM-DD')`,
  timestamp: `to_char(%, 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
  timestamptz: `to_char(% AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
};

/** Damage that the server met while it read (SQLSTATE classes XX and 58). */
export interface DamageLog {
  damage: string[];
}

/** Facts of the session's transaction, which must be open and read only. */
export function factReader(connection: Connection, log: DamageLog = { damage: [] }): FactReader {
  const bounded = async (sql: string, limit: number): Promise<(string | null)[][]> => {
    await connection.run(`SAVEPOINT fact; SET LOCAL statement_timeout = ${Math.ceil(limit)}`);
    try {
      return await connection.rows(sql);
    } finally {
      await connection.run('ROLLBACK TO SAVEPOINT fact; RELEASE SAVEPOINT fact');
    }
  };
  const one = async (sql: string, limit: number): Promise<{ value: string | null } | undefined> => {
    try {
      return { value: (await bounded(sql, limit))[0]?.[0] ?? null };
    } catch (error) {
      return notReadable(error, log);
    }
  };
  return {
    tables: async () => (await connection.rows(TABLES)).map(tableOf),
    count: async (table, limit) => {
      const answer = await one(`SELECT count(*) FROM ONLY ${nameOf(table)}`, limit);
      return answer && Number(answer.value);
    },
    newest: async (table, column, limit) => {
      const answer = await one(newestOf(table, column), limit);
      return answer && { value: answer.value ?? undefined };
    },
    ask: async (question, limit) => await askOne(question, async (sql) => await bounded(sql, limit)),
  };
}

/** Asks a question by whatever runs one statement. `question-refused` if it is none that reads. */
export async function askOne(
  { name, sql }: Question,
  run: (sql: string) => Promise<(string | null)[][]>,
): Promise<string | number | undefined> {
  const text = readingQuestion(sql);
  if (text === undefined) throw new LifeboatError('question-refused', { name });
  // In brackets it can be nothing but a question; the second row shows that there is more than one.
  return singleValue(await run(`SELECT * FROM (\n${text}\n) AS question LIMIT 2`));
}

/** A table that may not be read, or took too long, has no facts; one that is damaged is remembered. The connection's end ends the look. */
function notReadable(error: unknown, log: DamageLog): undefined {
  if (!isLifeboatError(error, 'database-failed')) {
    if (isLifeboatError(error, 'database-rights-missing')) return undefined;
    throw error;
  }
  const { reason } = error.data;
  if (reason.startsWith('XX') || reason.startsWith('58')) log.damage.push(reason);
  return undefined;
}

function newestOf(table: WitnessTable, { name, type }: DateColumn): string {
  const column = doubleQuoted(name);
  const written = (WRITTEN[type] ?? '%').replace('%', () => `max(${column})`);
  // Infinity is no date, and would hide the newest one.
  return `SELECT ${written} FROM ONLY ${nameOf(table)} WHERE ${column} < 'infinity'`;
}

function nameOf({ schema, name }: WitnessTable): string {
  return `${doubleQuoted(schema)}.${doubleQuoted(name)}`;
}

function tableOf([schema, name, bytes, dates]: (string | null)[]): WitnessTable {
  const [space = '', table = ''] = [schema ?? '', name ?? ''];
  const label = space === 'public' ? table : `${space}.${table}`;
  return { label, schema: space, name: table, bytes: Number(bytes), dates: JSON.parse(dates ?? '[]') as DateColumn[] };
}
