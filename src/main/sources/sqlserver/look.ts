import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { LiveState, SourceContext } from '../kind.ts';
import type { Connect, SqlServerConnection } from './connection.ts';
import { connectToDatabase } from './connection.ts';
import { MASTER, placeOf, type SqlserverSource } from './place.ts';
import { SESSIONS, STATE, SUSPECT_PAGES } from './statements.ts';
import { readWitness } from './witness.ts';

/** The live database as it is now. Undefined: the server has no database of this name. */
export async function lookAtSqlserver(connect: Connect, source: SqlserverSource, context: SourceContext): Promise<LiveState | undefined> {
  const place = placeOf(source, context);
  const master = await connect({ ...place, database: MASTER }, context.signal);
  try {
    const [[state] = []] = await master.query(STATE(source.database));
    if (state === undefined) return undefined;
    // Suspect, in recovery or offline: it cannot be asked anything.
    if (state !== 'ONLINE') return { isHealthy: false, isInUse: false, witness: undefined };
    const isInUse = Number((await master.query(SESSIONS(source.database)))[0]?.[0] ?? 0) > 0;
    const suspect = await suspectPages(master, source.database);
    const connection = await connectToDatabase(connect, place, context.signal);
    try {
      const { witness, damage } = await readWitness(connection, source, 'bearable', context);
      return { isHealthy: suspect === 0 && damage.length === 0, isInUse, witness };
    } finally {
      await connection.end();
    }
  } finally {
    await master.end();
  }
}

/** None where the account may not see them. */
async function suspectPages(master: SqlServerConnection, database: string): Promise<number> {
  try {
    return Number((await master.query(SUSPECT_PAGES(database)))[0]?.[0] ?? 0);
  } catch (error) {
    if (isLifeboatError(error, 'database-rights-missing')) return 0;
    throw error;
  }
}
