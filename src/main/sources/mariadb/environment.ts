import type { Question } from '../../../shared/model/source.ts';
import type { Clock } from '../../../shared/model/clock.ts';
import type { Witness } from '../../../shared/model/witness.ts';
import { readFacts, type Thoroughness } from '../server/facts.ts';
import type { Connection } from './connection.ts';
import { beginReading, type DamageLog, factReader } from './fact-reader.ts';

/** What helps to open the data again. */
export async function environmentFacts(connection: Connection): Promise<Record<string, string>> {
  const [[encoding, collation, names] = []] = await connection.rows(
    'SELECT @@character_set_database, @@collation_database, @@lower_case_table_names',
  );
  return {
    product: connection.isMariadb ? 'MariaDB' : 'MySQL',
    version: connection.version,
    encoding: encoding ?? '',
    collation: collation ?? '',
    lowerCaseTableNames: names ?? '',
  };
}

/** One look at the session's database, in a transaction of its own that ends with it. */
export async function readWitness(
  connection: Connection,
  questions: readonly Question[],
  how: Thoroughness,
  clock: Clock,
): Promise<{ witness: Witness; damage: string[] }> {
  const log: DamageLog = { damage: [] };
  const environment = await environmentFacts(connection);
  await beginReading(connection);
  const { facts } = await readFacts(factReader(connection, log), questions, how, clock);
  await connection.rows('ROLLBACK');
  return { witness: { takenAt: clock.now().toISOString(), facts, isExact: true, atMost: [], environment }, damage: log.damage };
}
