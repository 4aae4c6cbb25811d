import type { Clock } from '../../../shared/model/clock.ts';
import type { Question } from '../../../shared/model/source.ts';
import type { Witness } from '../../../shared/model/witness.ts';
import type { SourceWarningCode } from '../kind.ts';
import { readFacts, type Thoroughness } from '../server/facts.ts';
import type { Connection } from './connection.ts';
import { type DamageLog, factReader } from './fact-reader.ts';

/** So that every session reads and writes values alike, and no policy hides rows without saying so. */
const SETTINGS = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET row_security = off; SET lock_timeout = 5000`;
/** The transaction waits while a dump runs; what the server may do to idle or long ones must not end it. */
const PATIENT = `
  SELECT pg_catalog.set_config(name, '0', true) FROM pg_catalog.pg_settings
  WHERE name IN ('idle_in_transaction_session_timeout', 'transaction_timeout', 'statement_timeout')`;

const ENVIRONMENT = `
  SELECT current_setting('server_version'), pg_catalog.pg_encoding_to_char(encoding), datcollate, datctype
  FROM pg_catalog.pg_database WHERE datname = current_database()`;

export interface Look {
  witness: Witness;
  damage: string[];
  warnings: { code: SourceWarningCode; detail?: string }[];
}

/** Opens a transaction of one moment that can only read. */
export async function beginReading(connection: Connection): Promise<void> {
  await connection.run(SETTINGS);
  await connection.run('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await connection.rows(PATIENT);
}

/** Reads the witness in the session's open transaction. */
export async function readWitness(connection: Connection, questions: readonly Question[], how: Thoroughness, clock: Clock): Promise<Look> {
  const takenAt = clock.now().toISOString();
  const environment = await environmentOf(connection);
  const log: DamageLog = { damage: [] };
  const { facts, failedQuestions } = await readFacts(factReader(connection, log), questions, how, clock);
  return {
    witness: { takenAt, facts, isExact: true, atMost: [], environment },
    damage: log.damage,
    warnings: failedQuestions.map((detail) => ({ code: 'question-failed', detail })),
  };
}

/** What helps to open the data again. */
async function environmentOf(connection: Connection): Promise<Record<string, string>> {
  const [row = []] = await connection.rows(ENVIRONMENT);
  const [version, encoding, collation, ctype] = row.map((cell) => cell ?? '');
  return { product: 'PostgreSQL', version: version ?? '', encoding: encoding ?? '', collation: collation ?? '', ctype: ctype ?? '' };
}
