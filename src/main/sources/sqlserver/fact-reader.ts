import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import type { Question } from '../../../shared/model/source.ts';
import type { DateColumn, FactReader, WitnessTable } from '../server/facts.ts';
import { harmlessQuestion, singleValue } from '../server/question.ts';
import { type Cell, textOf } from './cell.ts';
import type { SqlServerConnection } from './connection.ts';
import { DATE_COLUMNS, ENVIRONMENT, NEWEST, QUESTION, ROW_COUNT, TABLES } from './statements.ts';

/** Numbers of reads that met damage. */
const DAMAGE = new Set(['605', '823', '824', '825', '2533', '5242', '5243']);

/** Damage that the server met while it read. */
export interface DamageLog {
  damage: string[];
}

/** Facts of the session's database. */
export function factReader(connection: SqlServerConnection, log: DamageLog = { damage: [] }): FactReader {
  const one = async (sql: string, limit: number): Promise<{ value: Cell | undefined } | undefined> => {
    try {
      return { value: (await connection.query(sql, limit))[0]?.[0] ?? undefined };
    } catch (error) {
      return notReadable(error, log);
    }
  };
  return {
    tables: async () => await tablesOf(connection),
    count: async ({ schema, name }, limit) => {
      const answer = await one(ROW_COUNT(schema, name), limit);
      return answer?.value === undefined ? undefined : Number(answer.value);
    },
    newest: async ({ schema, name }, column, limit) => {
      const answer = await one(NEWEST(schema, name, column.name, column.type), limit);
      return answer && { value: answer.value === undefined ? undefined : textOf(answer.value) };
    },
    ask: async (question, limit) => await askOne(connection, question, limit),
  };
}

/** `question-refused` if it may change something: this server has no transactions that only read. */
export async function askOne(
  connection: SqlServerConnection,
  { name, sql }: Question,
  limit?: number,
): Promise<string | number | undefined> {
  const text = harmlessQuestion(sql);
  if (text === undefined) throw new LifeboatError('question-refused', { name });
  return singleValue(await connection.query(QUESTION(text), limit));
}

/** What helps to open the data again. */
export async function environmentOf(connection: SqlServerConnection): Promise<Record<string, string>> {
  const [row = []] = await connection.query(ENVIRONMENT);
  const [version, edition, collation, recovery] = row.map(textOf);
  return {
    product: 'SQL Server',
    version: version ?? '',
    edition: edition ?? '',
    collation: collation ?? '',
    recoveryModel: recovery ?? '',
  };
}

/** A table that may not be read, or took too long, has no facts; one that is damaged is remembered. The connection's end ends the look. */
function notReadable(error: unknown, log: DamageLog): undefined {
  if (isLifeboatError(error, 'database-rights-missing') || isLifeboatError(error, 'source-in-use')) return undefined;
  if (isLifeboatError(error, 'database-unreachable') && error.data.reason === 'ETIMEOUT') return undefined;
  if (!isLifeboatError(error, 'database-failed')) throw error;
  if (DAMAGE.has(error.data.reason)) log.damage.push(error.data.reason);
  return undefined;
}

async function tablesOf(connection: SqlServerConnection): Promise<WitnessTable[]> {
  const dates = new Map<string, DateColumn[]>();
  for (const [schema, table, name, type, isIndexed] of await connection.query(DATE_COLUMNS)) {
    const key = JSON.stringify([schema, table]);
    dates.set(key, [...(dates.get(key) ?? []), { name: textOf(name), type: textOf(type), isIndexed: Number(isIndexed) === 1 }]);
  }
  return (await connection.query(TABLES)).map(([schema, table, bytes]) => {
    const label = textOf(schema) === 'dbo' ? textOf(table) : `${textOf(schema)}.${textOf(table)}`;
    return {
      label,
      schema: textOf(schema),
      name: textOf(table),
      bytes: Number(bytes),
      dates: dates.get(JSON.stringify([schema, table])) ?? [],
    };
  });
}
