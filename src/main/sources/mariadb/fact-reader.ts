import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Question } from '../../../shared/model/source.ts';
import type { DateColumn, FactReader, WitnessTable } from '../server/facts.ts';
import { readingQuestion, singleValue } from '../server/question.ts';
import { backticked } from '../server/quoting.ts';
import type { Connection } from './connection.ts';

const TABLES = `
  SELECT TABLE_NAME, COALESCE(DATA_LENGTH, 0) FROM information_schema.TABLES
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' ORDER BY COALESCE(DATA_LENGTH, 0) DESC, TABLE_NAME`;
const DATES = `
  SELECT c.TABLE_NAME, c.COLUMN_NAME, c.DATA_TYPE, EXISTS (
    SELECT 1 FROM information_schema.STATISTICS s
    WHERE s.TABLE_SCHEMA = DATABASE() AND s.TABLE_NAME = c.TABLE_NAME AND s.COLUMN_NAME = c.COLUMN_NAME AND s.SEQ_IN_INDEX = 1)
  FROM information_schema.COLUMNS c
  WHERE c.TABLE_SCHEMA = DATABASE() AND c.DATA_TYPE IN ('date', 'datetime', 'timestamp') ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION`;
/** Tables whose engine keeps no snapshot. */
const NOT_TRANSACTIONAL = `
  SELECT t.TABLE_NAME FROM information_schema.TABLES t LEFT JOIN information_schema.ENGINES e ON e.ENGINE = t.ENGINE
  WHERE t.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE = 'BASE TABLE' AND COALESCE(e.TRANSACTIONS, 'NO') <> 'YES'`;

const FORMATS: Readonly<Record<string, string>> = {
  date: '%Y-%m-%d',
  datetime: '%Y-%m-%dT%H:%i:%s.%f',
  timestamp: '%Y-%m-%dT%H:%i:%s.%fZ',
};
/** Numbers that say that a table or an index is damaged. */
const DAMAGE = new Set(['126', '127', '144', '145', '1034', '1035', '1194', '1195', '1712', '1877']);

/** Damage that the server met while it read. */
export interface DamageLog {
  damage: string[];
}

/** Makes the session read one moment from now on, without being able to write. */
export async function beginReading(connection: Connection): Promise<void> {
  await connection.rows(
    `SET SESSION time_zone = '+00:00', SESSION wait_timeout = 86400, SESSION lock_wait_timeout = 5, SESSION sql_mode = ''`,
  );
  await connection.rows('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await connection.rows('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
}

/** Names of the tables whose engine keeps no snapshot. */
export async function plainTables(connection: Connection): Promise<Set<string>> {
  return new Set((await connection.rows(NOT_TRANSACTIONAL)).map(([name]) => name ?? ''));
}

/** Facts of the session's database, in its transaction, which must be open and read only. */
export function factReader(connection: Connection, log: DamageLog = { damage: [] }): FactReader {
  const bounded = async (sql: string, limit: number): Promise<(string | null)[][]> => {
    await connection.rows(
      connection.isMariadb ? `SET SESSION max_statement_time = ${limit / 1000}` : `SET SESSION max_execution_time = ${limit}`,
    );
    return await connection.rows(sql);
  };
  const one = async (sql: string, limit: number): Promise<{ value: string | null } | undefined> => {
    try {
      return { value: (await bounded(sql, limit))[0]?.[0] ?? null };
    } catch (error) {
      return notReadable(error, log);
    }
  };
  return {
    tables: async () => await tablesOf(connection),
    count: async (table, limit) => {
      const answer = await one(`SELECT COUNT(*) FROM ${backticked(table.name)}`, limit);
      return answer && Number(answer.value);
    },
    newest: async ({ name }, column, limit) => {
      const written = `DATE_FORMAT(MAX(${backticked(column.name)}), '${FORMATS[column.type] ?? '%Y-%m-%d'}')`;
      const answer = await one(`SELECT ${written} FROM ${backticked(name)}`, limit);
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
  if (isLifeboatError(error, 'database-rights-missing') || isLifeboatError(error, 'source-in-use')) return undefined;
  if (!isLifeboatError(error, 'database-failed')) throw error;
  if (DAMAGE.has(error.data.reason)) log.damage.push(error.data.reason);
  return undefined;
}

async function tablesOf(connection: Connection): Promise<WitnessTable[]> {
  const dates = new Map<string, DateColumn[]>();
  for (const [table, name, type, isIndexed] of await connection.rows(DATES)) {
    const columns = dates.get(table ?? '') ?? [];
    dates.set(table ?? '', [...columns, { name: name ?? '', type: type ?? '', isIndexed: isIndexed === '1' }]);
  }
  return (await connection.rows(TABLES)).map(([table, bytes]) => {
    const name = table ?? '';
    return { label: name, schema: '', name, bytes: Number(bytes), dates: dates.get(name) ?? [] };
  });
}
