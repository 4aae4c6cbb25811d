import type { SourceContext } from '../kind.ts';
import { readFacts, type Thoroughness } from '../server/facts.ts';
import type { Witness } from '../../../shared/model/witness.ts';
import type { SqlServerConnection } from './connection.ts';
import { type DamageLog, environmentOf, factReader } from './fact-reader.ts';
import type { SqlserverSource } from './place.ts';

/** One look at the session's database. */
export async function readWitness(
  connection: SqlServerConnection,
  source: SqlserverSource,
  how: Thoroughness,
  { clock }: Pick<SourceContext, 'clock'>,
): Promise<{ witness: Witness; damage: string[] }> {
  const log: DamageLog = { damage: [] };
  const environment = await environmentOf(connection);
  const { facts } = await readFacts(factReader(connection, log), source.questions, how, clock);
  return { witness: { takenAt: clock.now().toISOString(), facts, isExact: true, atMost: [], environment }, damage: log.damage };
}
