import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { LiveState, SourceContext } from '../kind.ts';
import { connect } from './connection.ts';
import { sessionsIn } from './databases.ts';
import { readWitness } from './environment.ts';
import { type MariadbSource, placeOf } from './place.ts';

/** The live database as it is now. Undefined: the server has no database of this name. */
export async function lookAtMariadb(source: MariadbSource, context: SourceContext): Promise<LiveState | undefined> {
  const connection = await connect(placeOf(source, context), context.signal).catch((error: unknown) => {
    if (isLifeboatError(error, 'database-missing')) return undefined;
    throw error;
  });
  if (connection === undefined) return undefined;
  try {
    const isInUse = (await sessionsIn(connection, source.database)) > 0;
    const { witness, damage } = await readWitness(connection, source.questions, 'bearable', context.clock);
    return { isHealthy: damage.length === 0, isInUse, witness };
  } finally {
    await connection.end();
  }
}
